// The build: `dist/` from `src/` and `data/`. Plain JavaScript, as it is what makes TypeScript run.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/**
 * Commander's and chalk's looks at the system, whose modules take Node longer to load than theirs: commander starts
 * commands that are programs of their own, of which we have none; chalk guesses a level of colour, which we set.
 */
const withoutAmbientModules = {
  name: 'without-ambient-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'ambient' } : undefined,
    );
    onResolve({ filter: /^#supports-color$/ }, ({ path, importer }) =>
      /[\\/]chalk[\\/]/.test(importer) ? { path, namespace: 'ambient' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'ambient' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
  },
};

/**
 * Keeps what every run loads in one file: a module belongs to the chunk of all that reach it, so each module that is
 * loaded later is made to reach `main.ts`, and with it all that is loaded by then. Node takes half a millisecond a file.
 */
const oneChunkForEveryRun = {
  name: 'one-chunk-for-every-run',
  setup({ onResolve, onLoad, resolve }) {
    const loadedLater = new Set();
    onResolve({ filter: /^\./ }, async ({ kind, path: asked, pluginData, ...from }) => {
      if (kind !== 'dynamic-import' || pluginData === 'seen') return undefined;
      const { path } = await resolve(asked, { kind, pluginData: 'seen', ...from });
      loadedLater.add(path);
      return undefined;
    });
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) =>
      loadedLater.has(file)
        ? {
            contents: `${await readFile(file, 'utf8')}\nimport ${JSON.stringify(path('src/main.ts'))};`,
            loader: 'ts',
          }
        : undefined,
    );
  },
};

await rm(path('dist'), { recursive: true, force: true });
await mkdir(path('dist'), { recursive: true });

const settings = {
  absWorkingDir: fileURLToPath(root),
  outdir: 'dist',
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
};
const [command, others] = await Promise.all([
  build({
    ...settings,
    entryPoints: { main: 'src/main.ts' },
    plugins: [withoutHeavyParts, withoutAmbientModules, oneChunkForEveryRun],
  }),
  build({
    ...settings,
    entryPoints: {
      index: 'src/index.ts',
      complete: 'src/completion/main.ts',
      'draft-file': 'src/draft-file.ts',
      window: 'src/terminal/window.ts',
      'prepare-data': 'src/build/prepare-data.ts',
      derive: 'src/build/derive.ts',
    },
    plugins: [withoutHeavyParts, withoutAmbientModules],
  }),
]);
const metafile = {
  inputs: { ...command.metafile.inputs, ...others.metafile.inputs },
  outputs: { ...command.metafile.outputs, ...others.metafile.outputs },
};
await writeFile(path('dist/metafile.json'), JSON.stringify(metafile));

const { prepareData, storedData } = await import(new URL('dist/prepare-data.js', root).href);
const prepared = await prepareData(path('data'));
const stored = storedData(prepared);
await writeFile(path('dist/policy.json'), stored.policy);
await writeFile(path('dist/page.json'), stored.page);
await writeFile(path('dist/search.bin'), stored.index);

const { completionData, manual } = await import(new URL('dist/derive.js', root).href);
await writeFile(path('dist/completion.json'), JSON.stringify(completionData(prepared.policy)));
// Reproducible builds name their date (reproducible-builds.org/specs/source-date-epoch).
const seconds = process.env.SOURCE_DATE_EPOCH;
const date = seconds === undefined ? new Date() : new Date(Number(seconds) * 1000);
await writeFile(path('dist/rustpolicy.1'), manual(date));
