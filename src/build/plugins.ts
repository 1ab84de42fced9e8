// What esbuild does beyond its own for our bundles.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { packageFolders } from './package-files.ts';

/** Parts that packages import and we never use: they would take longer to load than all the rest. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = Object.freeze({
  // Its tables, emoji, links and highlighter.
  'marked-terminal': ['cli-highlight', 'cli-table3', 'node-emoji', 'ansi-escapes', 'supports-hyperlinks'],
  // Its own YAML, in whose place it is handed another (src/policy/front-matter.ts).
  'gray-matter': ['js-yaml'],
  // For commands that are programs of their own, of which we have none.
  commander: ['node:child_process'],
  // It guesses a level of colour, which we set.
  chalk: ['#supports-color'],
  // Tables of charsets that Node knows (src/mail/charset.ts).
  'iconv-lite': ['./dbcs-data', './dbcs-codec'],
  // For HTML that stays HTML, of which we make none.
  'html-to-text': ['dom-serializer'],
  htmlparser2: ['domutils'],
});

/** Of chalk's styles those that we or marked-terminal's defaults name: to make all takes as long as to lay out an answer. */
const STYLES = 'blue bold dim gray green italic magenta reset strikethrough underline yellow'.split(' ');

export const withoutUnusedParts: Plugin = {
  name: 'without-unused-parts',
  setup({ onResolve, onLoad }) {
    for (const [name, parts] of Object.entries(LEFT_OUT)) {
      onResolve({ filter: new RegExp(`^(${parts.join('|')})$`) }, ({ path, importer }) => {
        // Not any folder of its name: the project may be cloned below one.
        const isItsOwn = packageFolders([importer])[0]?.endsWith(`/node_modules/${name}`);
        return isItsOwn ? { path, namespace: 'left-out' } : undefined;
      });
    }
    // Of our own description the version alone, which is told.
    onLoad({ filter: /package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /[\\/]ansi-styles[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const isUsed = (line: string, name: string) => (STYLES.includes(name) ? line : '');
      return { contents: code.replace(/^\t\t(\w+): \[\d+, \d+\],.*\n/gm, isUsed) };
    });
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `const leftOut = () => { throw new Error('${path} is left out of the bundle'); };
        export {
          leftOut as default, leftOut as highlight, leftOut as get, leftOut as safeLoad, leftOut as safeDump,
          leftOut as render, leftOut as getFeed,
        };`,
    }));
  },
};

/**
 * Keeps what every run loads in one file: esbuild gives the modules that the same entries reach a file of their own, and
 * each that is loaded later is one, so all of ours are made to reach what is loaded by then, before their own imports.
 *
 * @param core the path of the module that every run loads, with all that it loads.
 */
export function reaching(core: string): Plugin {
  return {
    name: 'reaching-core',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const contents = `import ${JSON.stringify(core)};${await readFile(path, 'utf8')}`;
        return { contents, loader: 'ts' };
      });
    },
  };
}

/**
 * Packages in files of their own, loaded when they are first called, each by its default export: Fuse only for what is
 * misspelt, the tables of character widths only for text beyond the commonest signs. Not by `import()`, as both are
 * called where nothing can wait.
 */
export const WHEN_CALLED = Object.freeze({ fuse: 'fuse.js/basic', 'string-width': 'fast-string-width' });

export const loadedWhenCalled: Plugin = {
  name: 'loaded-when-called',
  setup({ onResolve, onLoad }) {
    for (const [name, imported] of Object.entries(WHEN_CALLED))
      onResolve({ filter: new RegExp(`^${imported}$`) }, () => ({ path: name, namespace: 'when-called' }));
    onLoad({ filter: /./, namespace: 'when-called' }, ({ path }) => ({
      contents: `export default function (...given) {
        const { default: called } = module.require('./${path}.js');
        return new.target ? new called(...given) : called(...given);
      }`,
    }));
  },
};
