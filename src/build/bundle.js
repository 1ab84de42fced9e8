// The build: `dist/` from `src/` and `data/`. Plain JavaScript, as it is what makes TypeScript run.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

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

/** What `bin/` loads, and the library. Shells call `complete` at every Tab, so it does not wait for the others' parts. */
const ENTRIES = {
  main: 'src/main.ts',
  index: 'src/index.ts',
  'draft-file': 'src/draft-file.ts',
  window: 'src/terminal/window.ts',
  complete: 'src/completion/main.ts',
};

/**
 * Keeps what every run loads in one file: a module belongs to the chunk of all that reach it, so each module that is
 * loaded later is made to reach `main.ts`, and with it all that is loaded by then.
 */
const oneChunkForEveryRun = {
  name: 'one-chunk-for-every-run',
  setup({ onResolve, onLoad, resolve }) {
    const { main, complete, ...others } = ENTRIES;
    const loadedLater = new Set(Object.values(others).map(path));
    onResolve({ filter: /^\./ }, async ({ kind, path: asked, pluginData, ...from }) => {
      if (kind !== 'dynamic-import' || pluginData === 'seen') return undefined;
      const { path } = await resolve(asked, { kind, pluginData: 'seen', ...from });
      loadedLater.add(path);
      return undefined;
    });
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) =>
      loadedLater.has(file)
        ? {
            contents: `${await readFile(file, 'utf8')}\nimport ${JSON.stringify(path(main))};`,
            loader: 'ts',
          }
        : undefined,
    );
  },
};

/** What esbuild is told of every bundle. */
const settings = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  define: { 'import.meta.dirname': '__dirname' },
  plugins: [withoutHeavyParts, withoutAmbientModules],
};

/** As CommonJS, which Node loads faster than ECMAScript modules. esbuild splits those alone, so they are turned later. */
async function writeCommonJs({ path, text }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    // `import()` as `require()`: it would bring in the other loader.
    supported: { 'dynamic-import': false },
  });
  await writeFile(path, code);
}

/** Runs a module of the build's own, which is written in TypeScript; nothing of it is shipped. */
async function loadBuildModule(name) {
  const outdir = await mkdtemp(join(tmpdir(), 'rustpolicy-build-'));
  try {
    await build({
      ...settings,
      entryPoints: [`src/build/${name}.ts`],
      outdir,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
    });
    return createRequire(import.meta.url)(join(outdir, `${name}.cjs`));
  } finally {
    await rm(outdir, { recursive: true });
  }
}

await rm(path('dist'), { recursive: true, force: true });
await mkdir(path('dist'), { recursive: true });

const { outputFiles, metafile } = await build({
  ...settings,
  entryPoints: ENTRIES,
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  metafile: true,
  write: false,
  plugins: [...settings.plugins, oneChunkForEveryRun],
});
await writeFile(path('dist/package.json'), '{ "type": "commonjs" }\n');
await Promise.all(outputFiles.map(writeCommonJs));
await writeFile(path('dist/metafile.json'), JSON.stringify(metafile));

const { prepareData, storedData } = await loadBuildModule('prepare-data');
const prepared = await prepareData(path('data'));
const stored = storedData(prepared);
await writeFile(path('dist/policy.json'), stored.policy);
await writeFile(path('dist/page.json'), stored.page);
await writeFile(path('dist/search.bin'), stored.index);

const { completionData, manual } = await loadBuildModule('derive');
await writeFile(path('dist/completion.json'), JSON.stringify(completionData(prepared.policy)));
// Reproducible builds name their date (reproducible-builds.org/specs/source-date-epoch).
const seconds = process.env.SOURCE_DATE_EPOCH;
const date = seconds === undefined ? new Date() : new Date(Number(seconds) * 1000);
await writeFile(path('dist/rustpolicy.1'), manual(date));
