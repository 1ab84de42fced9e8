// The build: `dist/` from `src/` and `data/`. Plain JavaScript, as it is what makes TypeScript run.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));

/**
 * What marked-terminal loads and we never use of it: its own tables, emoji, links, and a highlighter that is loaded
 * where code is shown (src/render/highlight.ts). Together they would take longer to load than all the rest.
 */
const withoutHeavyParts = {
  name: 'marked-terminal-without-heavy-parts',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /^(cli-highlight|cli-table3|node-emoji|ansi-escapes|supports-hyperlinks)$/ },
      ({ path, importer }) =>
        /[\\/]marked-terminal[\\/]/.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `const leftOut = () => { throw new Error('${path} is left out of the bundle'); };
        export { leftOut as default, leftOut as highlight, leftOut as get };`,
    }));
  },
};

await rm(path('dist'), { recursive: true, force: true });
await mkdir(path('dist'), { recursive: true });

const { metafile } = await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: [
    'src/main.ts',
    'src/index.ts',
    'src/draft-file.ts',
    'src/terminal/window.ts',
    'src/build/prepare-data.ts',
  ],
  outdir: 'dist',
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  plugins: [withoutHeavyParts],
  legalComments: 'none',
  // CommonMark packages ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
await writeFile(path('dist/metafile.json'), JSON.stringify(metafile));

const { prepareData } = await import(new URL('dist/prepare-data.js', root).href);
const prepared = await prepareData(path('data'));
await writeFile(path('dist/policy.json'), JSON.stringify(prepared));
await writeFile(path('dist/page.json'), JSON.stringify(prepared.policy.page));
