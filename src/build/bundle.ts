// The build: `dist/` from `src/` and `data/`, with the code that V8 made of it: `npm run build`.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { COMMANDS } from '../command-line/command-table.ts';
import { manPage } from '../command-line/man-page.ts';
import { ENGLISH } from '../search/folder-words.ts';
import { sortedSynonyms } from '../search/near-words.ts';
import { BUNDLED } from '../search/open-policy.ts';
import { writeCodeCache } from './code-cache.ts';
import { libraryTypes, notices, packageFolders } from './package-files.ts';
import { loadedWhenCalled, reaching, WHEN_CALLED, withoutUnusedParts } from './plugins.ts';
import { inAscii, preparedFiles } from './prepare-data.ts';
import { putInPlace } from './put-in-place.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const path = (relative: string) => join(ROOT, relative);
const text = (relative: string) => readFile(path(relative), 'utf8');
const packedSynonyms = async (name: string, stemOf?: (word: string) => string) =>
  brotliCompressSync(sortedSynonyms(await text(`src/search/${name}`), stemOf));

/** The module that every run loads, with all that it loads. */
const CORE = 'src/node/start.ts';

/** The modules that `bin/` loads, and the library. */
const ENTRIES = { main: CORE, index: 'src/index.ts' };

/** The module that answers a shell: a bundle by itself, without what reads folders, for which `bin/` loads the program. */
const COMPLETION = { complete: 'src/node/completion.ts' };

/** The scripts that `rustpolicy completion` prints: each shell asks `rustpolicy complete` at a Tab, and never evaluates what is typed. */
const SCRIPTS = COMMANDS.completion.argument.choices.map((shell) => `completion.${shell}`);

/** The options of esbuild for every bundle. */
const SETTINGS = {
  absWorkingDir: ROOT,
  // Only names: what is made is written by us.
  outdir: 'dist',
  write: false,
  metafile: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Else it makes each of them when a module is loaded, used or not.
  supported: { 'regexp-unicode-property-escapes': true },
  // Numbers that nothing in a bundle asks for are left out of it.
  pure: ['Object.freeze'],
  legalComments: 'none',
  charset: 'utf8',
  define: { 'import.meta.dirname': '__dirname' },
  plugins: [withoutUnusedParts],
} satisfies BuildOptions;

/** The files of all bundles by name, as ECMAScript modules, and of which sources each is made. */
async function bundles() {
  const all = await Promise.all([
    build({
      ...SETTINGS,
      entryPoints: ENTRIES,
      splitting: true,
      plugins: [...SETTINGS.plugins, loadedWhenCalled, reaching(path(CORE))],
    }),
    build({ ...SETTINGS, external: ['*/policy/folder.ts'], entryPoints: { ...COMPLETION, ...WHEN_CALLED } }),
  ]);
  const outputs: Metafile['outputs'] = Object.assign({}, ...all.map(({ metafile }) => metafile.outputs));
  // As others need its modules too, `main.js` is a stub, which hands on what a chunk exports. The chunk takes its place, as
  // every file that a run loads takes a third of a millisecond.
  const chunk = basename(outputs['dist/main.js']?.imports[0]?.path ?? '');
  delete outputs['dist/main.js'];
  const files = all
    .flatMap(({ outputFiles }) => outputFiles)
    .map(({ path, text }) => [basename(path), text] as const)
    .filter(([name]) => name !== 'main.js');
  const inPlace = (text: string) => text.replaceAll(chunk, 'main.js');
  // Without imports of no name: each is a file to load, and as nothing here does more than declare, it gives nothing.
  const named = (text: string) => text.replace(/^import "\.\/.*";\n/gm, '');
  const texts = new Map(files.map(([name, text]) => [inPlace(name), inPlace(named(text))]));
  const renamed: Metafile['outputs'] = JSON.parse(inPlace(JSON.stringify(outputs)));
  return { texts, outputs: renamed };
}

/**
 * As CommonJS, which Node loads faster than ECMAScript modules. esbuild splits those alone, so they are turned later.
 *
 * @param shared what `main.js` exports, in order.
 */
async function asCommonJs(name: string, text: string, shared: readonly string[]): Promise<string> {
  // Exports as plain objects: esbuild would define a getter for each name, and copy all of them on `import()`. What others
  // take from the program is put together for the first that asks: there are a hundred names, and most runs need none. As a
  // list: an object of so many takes V8 as long to make as to find the words of a question.
  const plain = text
    .replace(EXPORTS, (_, names: string) =>
      name === 'main.js'
        ? `let all; module.exports={start,others:()=>all??=[${namesIn(names).map(([inside]) => inside)}]};`
        : `module.exports={${namesIn(names).map(([inside, outside]) => `${outside}:${inside}`)}};`,
    )
    .replace(/^import \{([^}]*)\} from ("\.\/main\.js");$/gm, (_, names: string, file: string) => {
      const own = namesIn(names).map(([outside, inside]) => `${inside}=$others[${shared.indexOf(outside)}]`);
      return `const $others=require(${file}).others(),${own};`;
    })
    .replace(/\bimport\(("[^"]+")\)/g, 'Promise.resolve().then(() => require($1))');
  const { charset, platform, target, supported } = SETTINGS;
  const options = { charset, platform, target, supported, format: 'cjs', minify: true } as const;
  const { code } = await transform(plain, options);
  // V8 reads ASCII in half the time, but words of other languages take twice the room in it.
  const others = code.match(/[^\0-\x7f]/g)?.length ?? 0;
  return others > code.length * 0.01 ? code : inAscii(code);
}

const EXPORTS = /^export \{(.*?)\};$/ms;

/** The names in a list of exports or imports, `one as other`, in pairs; a name that stands alone is both. */
function namesIn(list = ''): (readonly [one: string, other: string])[] {
  return Array.from(list.matchAll(/([\w$]+)(?: as ([\w$]+))?/g), ([, one = '', other = one]) => [one, other]);
}

/** The files of `dist/` that are made of code, by their names. */
async function codeFiles(bundled: ReturnType<typeof bundles>, work: string) {
  const [{ texts, outputs }, types] = await Promise.all([bundled, libraryTypes(ROOT, work)]);
  const shared = namesIn(EXPORTS.exec(texts.get('main.js') ?? '')?.[1]).map(([, outside]) => outside);
  const code = Array.from(
    texts,
    async ([name, text]) => [name, await asCommonJs(name, text, shared)] as const,
  );
  const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return {
    ...Object.fromEntries(await Promise.all(code)),
    'package.json': '{ "type": "commonjs" }\n',
    'index.d.ts': types,
    'licenses.txt': notices(packageFolders(sources).map(path), await text('src/build/wordnet-licence.txt')),
    [BUNDLED.synonyms]: await packedSynonyms('synonyms.txt', ENGLISH.stemOf),
    [BUNDLED.foreignSynonyms]: await packedSynonyms('synonyms-foreign.txt'),
    // For the tests, not shipped.
    'metafile.json': JSON.stringify({ outputs }),
  };
}

// Beside `dist/`, as nothing can be renamed from one disk to another.
const work = await mkdtemp(path('.dist-'));
try {
  const dist = join(work, 'dist');
  await mkdir(dist);
  const bundled = bundles();
  // The compiler is a program of its own, and works while the ranking is trained here: from then on nothing else is begun.
  const trained = bundled.then(() => preparedFiles(path('data')));
  const [code, prepared] = await Promise.all([codeFiles(bundled, work), trained]);
  // Reproducible builds name their date (reproducible-builds.org/specs/source-date-epoch).
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] ?? Date.now() / 1000);
  const files = { ...code, ...prepared, 'rustpolicy.1': manPage(new Date(1000 * seconds)) };
  for (const [name, content] of Object.entries(files)) await writeFile(join(dist, name), content);
  for (const name of SCRIPTS) await cp(path(`src/completion/${name}`), join(dist, name));
  await cp(path('bin'), join(work, 'bin'), { recursive: true });
  await writeCodeCache(work, process.execPath);
  await putInPlace(dist, path('dist'));
} finally {
  await rm(work, { recursive: true });
}
