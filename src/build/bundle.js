// The build: `dist/` from `src/` and `data/`. Plain JavaScript, as it is what makes TypeScript run.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { writeTypes } from './library-types.js';
import {
  apartFrom,
  loadedWhenCalled,
  versionOfPackage,
  WHEN_CALLED,
  withoutAmbientModules,
  withoutUnusedParts,
} from './plugins.js';

const root = new URL('../../', import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));

/** What `bin/` loads, and the library, and what completion loads for a folder. */
const ENTRIES = {
  main: 'src/node/start.ts',
  index: 'src/index.ts',
  'draft-file': 'src/node/draft-file.ts',
  window: 'src/node/window.ts',
};

/** The modules that others load with `import()`. */
async function dynamicImports(options) {
  const { metafile } = await build({ ...options, metafile: true });
  return Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ kind, external }) => kind === 'dynamic-import' && !external)
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
  plugins: [withoutUnusedParts, withoutAmbientModules, versionOfPackage],
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
async function loadBuildModule(name, folder = 'src/build') {
  const outdir = await mkdtemp(join(tmpdir(), 'rustpolicy-build-'));
  try {
    await build({
      ...settings,
      entryPoints: [`${folder}/${name}.ts`],
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

const { main, ...others } = ENTRIES;
const parts = {
  ...settings,
  entryPoints: ENTRIES,
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  write: false,
};
const loadedLater = [...Object.values(others), ...(await dynamicImports(parts))];
const bundles = await Promise.all([
  build({
    ...parts,
    metafile: true,
    plugins: [...settings.plugins, loadedWhenCalled, apartFrom(path(main), loadedLater.map(path))],
  }),
  build({
    ...parts,
    entryPoints: WHEN_CALLED,
    splitting: false,
    metafile: true,
  }),
]);
const outputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
await writeFile(path('dist/package.json'), '{ "type": "commonjs" }\n');
await Promise.all(bundles.flatMap(({ outputFiles }) => outputFiles).map(writeCommonJs));
const { notices, packageFolders } = await loadBuildModule('licences');
const bundled = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
await writeFile(path('dist/licenses.txt'), notices(packageFolders(bundled).map(path)));
// For the tests, not shipped: what is in which file, and of what sources.
const { sourcesHash } = await loadBuildModule('sources-hash');
await writeFile(path('dist/metafile.json'), JSON.stringify({ outputs }));
await writeFile(path('dist/sources.sha256'), `${sourcesHash(fileURLToPath(root))}\n`);
await writeTypes(fileURLToPath(root), path('dist/index.d.ts'));

const { prepareData, storedData } = await loadBuildModule('prepare-data');
const prepared = await prepareData(path('data'));
const stored = storedData(prepared);
await writeFile(path('dist/policy.json'), stored.policy);
await writeFile(path('dist/page.json'), stored.page);
await mkdir(path('dist/tokens'));
await Promise.all(stored.tokens.map(({ name, json }) => writeFile(path(`dist/tokens/${name}.json`), json)));
await writeFile(path('dist/search.bin'), stored.index);

const { manPage } = await loadBuildModule('man-page', 'src/command-line');
// Reproducible builds name their date (reproducible-builds.org/specs/source-date-epoch).
const seconds = process.env.SOURCE_DATE_EPOCH;
const date = seconds === undefined ? new Date() : new Date(Number(seconds) * 1000);
await writeFile(path('dist/rustpolicy.1'), manPage(date));
