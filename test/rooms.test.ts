import { readdirSync, readFileSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** The rooms from the edge inwards: each may import from those behind its own row, and from its own. */
const ROWS = [
  ['node'],
  ['completion'],
  ['commands'],
  ['command-line'],
  ['mail', 'check'],
  ['render'],
  ['terminal', 'search'],
  ['policy'],
  ['markdown'],
];

/** Beside node/ and build/ only these know the world: they read a folder. */
const FOLDER_READERS = ['folder', 'file-text', 'ignored'].map((name) => `policy/${name}.ts`);

const WORLD = /^node:(?:fs(?:\/promises)?|process|tty|child_process|os|readline|net|worker_threads)$/;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort();

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(SRC + from, 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(({ 1: to = '' }) => ({
    from,
    to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to,
  })),
);

const roomOf = (path: string) => (path.includes('/') ? path.replace(/\/.*/, '') : undefined);
const rowOf = (room: string) => ROWS.findIndex((row) => row.includes(room));

it('has nothing at its root but the outline, the library and the errors', () => {
  expect(files.filter((file) => !file.includes('/'))).toEqual(['errors.ts', 'index.ts', 'main.ts']);
});

it('has rooms that depend one way', () => {
  const against = imports.filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (room === undefined || room === 'build' || !files.includes(to) || room === other) return false;
    if (other === undefined) return to !== 'errors.ts' && !(room === 'node' && to === 'main.ts');
    return rowOf(other) <= rowOf(room);
  });
  expect(against).toEqual([]);
});

it('has no circle of files', () => {
  const rest = new Set(files);
  for (;;) {
    const free = [...rest].filter((file) => !imports.some(({ from, to }) => from === file && rest.has(to)));
    if (free.length === 0) break;
    for (const file of free) rest.delete(file);
  }
  expect([...rest]).toEqual([]);
});

it('touches the world in node/, where a folder is read, and in the build', () => {
  const touching = imports
    .filter(({ to }) => WORLD.test(to))
    .map(({ from }) => from)
    .filter((from) => !['node', 'build'].includes(roomOf(from) ?? ''));
  expect([...new Set(touching)].filter((file) => !FOLDER_READERS.includes(file))).toEqual([]);
});

it('calls each file by a name of its own', () => {
  const names = files.map((file) => basename(file));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
