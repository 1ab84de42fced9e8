// Runs commands in a process of its own, which can be ended where one does not end by itself.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/main.ts';
import type { Io } from '../../../src/terminal/io.ts';
import { worldOf } from '../../world.ts';
import { type Place, SHAPES } from './shapes.ts';

/** What the worker is told to run: commands over a shape of so many characters. */
export interface Order {
  readonly shape: number;
  readonly size: number;
  /** Those to run, as they are named; all where it is undefined. */
  readonly commands?: readonly string[] | undefined;
}

/** What it says: a command that begins, with how long it took and what it held at most; undefined at an order's end. */
export type Report =
  | { readonly kind: 'begun'; readonly command: string }
  | {
      readonly kind: 'ended';
      readonly command: string;
      readonly ms: number;
      readonly mb: number;
      readonly fault?: string;
    }
  | { readonly kind: 'done' };

const QUESTION = 'who is waiting for the alpha section';
const TERMINAL = '--format terminal --color always --hyperlinks always'.split(' ');

/** The command lines that are run over a text, which stands in `file`, in a folder of its own. */
const COMMANDS: Readonly<Record<Place, (folder: string, text: string) => readonly (readonly string[])[]>> = {
  page: (data) => [
    ['complete', '--', 'show', '--data', data, ''],
    ['ask', QUESTION, ...TERMINAL, '--why', '--data', data],
    ['show', '1', '--format', 'json', '--data', data],
    ['show', '1', '--format', 'mail', '--data', data],
    ['show', ...TERMINAL, '--width', '20', '--data', data],
    ['list', '--format', 'mail', '--data', data],
    ['check', '--verbose', data],
  ],
  phrasings: (data) => [
    ['ask', QUESTION, ...TERMINAL, '--why', '--data', data],
    ['list', '--data', data],
    ['check', '--verbose', data],
  ],
  code: (data) => [['show', '1', ...TERMINAL, '--data', data]],
  ignore: (data) => [['list', '--data', data]],
  message: (data) => [['mail', '--reply', join(data, 'page.md')]],
  question: () => [
    ['ask', '-', ...TERMINAL, '--why'],
    ['ask', '-', '--format', 'json'],
    ['mail', '-'],
  ],
  argument: (_, text) => [
    ['ask', text],
    ['show', text],
    ['mail', '--topic', '4', '--to', text],
    ['mail', '--topic', '4', '--subject', text],
    ['mail', '--topic', '4', '--in-reply-to', text],
    ['list', '--data', text],
    ['list', '--format', text],
    ['list', `--${text}`],
    [text],
  ],
};

const FILES: Readonly<Record<Place, string>> = {
  page: 'page.md',
  phrasings: 'asked-as/page.md',
  code: 'page.md',
  ignore: '.gitignore',
  message: 'page.md',
  question: 'page.md',
  argument: 'page.md',
};

process.on('message', async ({ shape: at, size, commands }: Order) => {
  const shape = SHAPES[at];
  if (shape === undefined) throw new Error(`no shape ${at}`);
  const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-hostile-'));
  const text = ofBytes(shape.make(size), size);
  if (shape.place === 'phrasings') {
    mkdirSync(join(folder, 'asked-as'));
    writeFileSync(join(folder, 'page.md'), '## Page\n\nWaiting for alpha.\n');
  }
  writeFileSync(join(folder, FILES[shape.place]), text);
  if (shape.place === 'ignore') fillFolder(folder);
  try {
    for (const argv of COMMANDS[shape.place](folder, text)) {
      if (commands?.includes(named(argv)) ?? true) await timed(argv, text);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say({ kind: 'done' });
});

/** A text of at most about so many bytes: a file's size is that, and signs beyond ASCII take two to four. */
function ofBytes(text: string, size: number): string {
  const bytes = Buffer.from(text);
  return bytes.length <= size * 1.1 ? text : bytes.toString('utf8', 0, size).replace(/\ufffd$/, '');
}

/** Files for rules to be tried on: in a work tree, deep and with long names. */
function fillFolder(folder: string): void {
  mkdirSync(join(folder, '.git'));
  for (let at = 0; at < 20; at += 1) {
    const inner = join(folder, 'a/'.repeat(1 + (at % 5)));
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `${'a'.repeat(at * 12)}${at}.md`), '## A\n\nx\n');
  }
}

async function timed(argv: readonly string[], input: string): Promise<void> {
  const command = named(argv);
  resetMemory();
  say({ kind: 'begun', command });
  const world = worldOf({ input, isTerminal: false, columns: 80, env: { LANG: 'C.UTF-8' } });
  const io: Io = {
    ...world.io,
    error: { ...world.io.error, isTerminal: true },
    readInput: async (path) => (path === undefined ? Buffer.from(input) : readFileSync(path)),
  };
  const start = performance.now();
  const used = process.cpuUsage();
  let fault: string | undefined;
  try {
    await main(argv, io);
  } catch (error) {
    fault = String(error).slice(0, 100);
  }
  const { user, system } = process.cpuUsage(used);
  // What else the machine does adds to the one, what V8 does beside us to the other.
  const ms = Math.min(performance.now() - start, (user + system) / 1000);
  say({ kind: 'ended', command, ms, mb: mostMegabytes(), ...(fault === undefined ? {} : { fault }) });
}

/** A command line without what stands in for a text. */
function named(argv: readonly string[]): string {
  const place = (word: string) => (word.length > 60 || word.startsWith(tmpdir()) ? 'TEXT' : word);
  const words = argv.filter((word) => !TERMINAL.slice(2).includes(word) && word !== '--data').map(place);
  return words.join(' ').replace(QUESTION, 'QUESTION');
}

/** Lets the memory that is in use now be the most that was; only Linux can. */
function resetMemory(): void {
  if (process.memoryUsage().rss > 250e6) globalThis.gc?.();
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then the most since the process began is reported.
  }
}

function mostMegabytes(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

function say(report: Report): void {
  process.send?.(report);
}

say({ kind: 'done' });
