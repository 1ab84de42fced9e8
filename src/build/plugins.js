// What esbuild does beyond its own for our bundles.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/**
 * What packages load and we never use of them. Of marked-terminal its tables, emoji, links and highlighter (ours is in
 * src/render/highlighter.ts): they would take longer to load than all the rest. Of gray-matter its own YAML, in whose
 * place it is handed another (src/policy/front-matter.ts).
 */
const LEFT_OUT = {
  'marked-terminal': ['cli-highlight', 'cli-table3', 'node-emoji', 'ansi-escapes', 'supports-hyperlinks'],
  'gray-matter': ['js-yaml'],
};

export const withoutUnusedParts = {
  name: 'without-unused-parts',
  setup({ onResolve, onLoad }) {
    for (const [importing, parts] of Object.entries(LEFT_OUT)) {
      onResolve({ filter: new RegExp(`^(${parts.join('|')})$`) }, ({ path, importer }) =>
        importer.split(/[\\/]/).includes(importing) ? { path, namespace: 'left-out' } : undefined,
      );
    }
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `const leftOut = () => { throw new Error('${path} is left out of the bundle'); };
        export {
          leftOut as default, leftOut as highlight, leftOut as get, leftOut as safeLoad, leftOut as safeDump,
        };`,
    }));
  },
};

/**
 * Commander's and chalk's looks at the system, whose modules take Node longer to load than theirs: commander starts
 * commands that are programs of their own, of which we have none; chalk guesses a level of colour, which we set.
 */
export const withoutAmbientModules = {
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
 * loaded later is made to reach what is loaded by then.
 *
 * @param core the module that every run loads, with all that it loads.
 * @param loadedLater modules. Both are paths.
 */
export const apartFrom = (core, loadedLater) => ({
  name: 'apart-from-core',
  setup({ onLoad }) {
    const paths = new Set(loadedLater);
    onLoad({ filter: /\.[jt]s$/ }, async ({ path: file }) => {
      if (!paths.has(file)) return undefined;
      return {
        contents: `${await readFile(file, 'utf8')}\nimport ${JSON.stringify(core)};\n`,
        loader: extname(file).slice(1),
      };
    });
  },
});

/** Leaves what a bundle loads later to the bundle that has it for an entry. */
export const laterAsEntry = (entries) => ({
  name: 'later-as-entry',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const entry = Object.keys(entries).find((name) => join(resolveDir, path).endsWith(entries[name]));
      return entry === undefined ? undefined : { path: `./${entry}.js`, external: true };
    });
  },
});

/**
 * Packages in files of their own, loaded when they are first called, each by its default export: Fuse only for what is
 * misspelt, the tables of character widths only for text beyond the commonest signs.
 */
export const WHEN_CALLED = { fuse: 'fuse.js/basic', 'string-width': 'fast-string-width' };

export const loadedWhenCalled = {
  name: 'loaded-when-called',
  setup({ onResolve, onLoad }) {
    const names = new Map(Object.entries(WHEN_CALLED).map(([name, path]) => [path, name]));
    onResolve({ filter: new RegExp(`^(${[...names.keys()].join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'when-called',
    }));
    onLoad({ filter: /./, namespace: 'when-called' }, ({ path }) => ({
      contents: `export default function (...given) {
        const { default: called } = module.require('./${names.get(path)}.js');
        return new.target ? new called(...given) : called(...given);
      }`,
    }));
  },
};

/** Of package.json what a run tells: the rest is for npm, and long. */
export const versionOfPackage = {
  name: 'version-of-package',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
