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

/** What every run loads, and what every answer loads then. */
const TOGETHER = [ENTRIES.main, 'src/commands/ask.ts'];

/**
 * Keeps what is loaded together in one file: a module belongs to the chunk of all that reach it, so each module that is
 * loaded later is made to reach `main.ts`, and all but `ask.ts` itself to reach that too.
 *
 * @param loadedLater paths of modules from the project's root.
 */
const oneChunkEach = (loadedLater) => ({
  name: 'one-chunk-each',
  setup({ onLoad }) {
    const paths = new Set(loadedLater.map(path));
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      if (!paths.has(file)) return undefined;
      const reached = TOGETHER.map(path).filter((together) => together !== file);
      const imports = reached.map((together) => `import ${JSON.stringify(together)};\n`);
      return { contents: `${await readFile(file, 'utf8')}\n${imports.join('')}`, loader: 'ts' };
    });
  },
});

/** The modules that others load with `import()`. */
async function dynamicImports(options) {
  const { metafile } = await build({ ...options, metafile: true });
  return Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ kind }) => kind === 'dynamic-import')
    .map(({ path }) => path);
}

/** What esbuild is told of every bundle. */
const settings = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Else it makes each of them when a module is loaded, used or not.
  supported: { 'regexp-unicode-property-escapes': true },
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
    supported: { ...settings.supported, 'dynamic-import': false },
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

const { main, complete, ...others } = ENTRIES;
const parts = {
  ...settings,
  entryPoints: ENTRIES,
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  write: false,
};
const loadedLater = [...Object.values(others), ...(await dynamicImports(parts))];
const { outputFiles, metafile } = await build({
  ...parts,
  metafile: true,
  plugins: [...settings.plugins, oneChunkEach(loadedLater)],
});
await writeFile(path('dist/package.json'), '{ "type": "commonjs" }\n');
await Promise.all(outputFiles.map(writeCommonJs));
await writeFile(path('dist/metafile.json'), JSON.stringify(metafile));

const { prepareData, storedData } = await loadBuildModule('prepare-data');
const prepared = await prepareData(path('data'));
const stored = storedData(prepared);
await writeFile(path('dist/policy.json'), stored.policy);
await writeFile(path('dist/page.json'), stored.page);
await writeFile(path('dist/tokens.json'), stored.tokens);
await writeFile(path('dist/search.bin'), stored.index);

const { completionData, manual } = await loadBuildModule('derive');
await writeFile(path('dist/completion.json'), JSON.stringify(completionData(prepared.policy)));
// Reproducible builds name their date (reproducible-builds.org/specs/source-date-epoch).
const seconds = process.env.SOURCE_DATE_EPOCH;
const date = seconds === undefined ? new Date() : new Date(Number(seconds) * 1000);
await writeFile(path('dist/rustpolicy.1'), manual(date));
