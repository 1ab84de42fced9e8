// The build: `dist/` from `src/` and `data/`. Plain JavaScript, as it is what makes TypeScript run.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));

await rm(path('dist'), { recursive: true, force: true });
await mkdir(path('dist'), { recursive: true });

const { metafile } = await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: ['src/main.ts', 'src/index.ts', 'src/build/prepare-data.ts'],
  outdir: 'dist',
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  legalComments: 'none',
  // CommonMark packages ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
await writeFile(path('dist/metafile.json'), JSON.stringify(metafile));

const { prepareData } = await import(new URL('dist/prepare-data.js', root).href);
await writeFile(path('dist/policy.json'), JSON.stringify(await prepareData(path('data'))));
