import { describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import type { PageStart } from '../src/terminal/io.ts';
import { worldOf } from './world.ts';

/** Runs a command line on a terminal of 80 columns whose pager takes a text as told, and says what it was given. */
async function onTerminal(
  argv: readonly string[],
  {
    rows = 10,
    env = {},
    failure = undefined,
  }: { rows?: number; env?: Record<string, string>; failure?: string | undefined },
) {
  const world = worldOf({ isTerminal: true, columns: 80, env });
  const pages: { command: string; text: string; start: PageStart }[] = [];
  const terminal = {
    rows,
    supportsHyperlinks: async () => false,
    page: async (command: string, text: string, start: PageStart) => {
      pages.push({ command, text, start });
      return failure;
    },
  };
  const status = await main(argv, { ...world.io, terminal });
  return { status, pages, out: world.out(), error: world.error() };
}

describe('a text that is taller than the window', () => {
  it('goes through the pager', async () => {
    const { pages, out, status } = await onTerminal(['show', 'maintainers'], { env: { PAGER: 'most' } });
    const text = expect.stringContaining('Who maintains Rust code');
    const start = { title: 'Who maintains Rust code in the kernel?', line: undefined };
    expect(pages).toEqual([{ command: 'most', text, start }]);
    expect({ out, status }).toEqual({ out: '', status: 0 });
  });

  it.each([
    ['with --no-pager', ['show', 'maintainers', '--no-pager'], {}],
    ['with an empty PAGER', ['show', 'maintainers'], { PAGER: '' }],
    ['with cat for a pager', ['show', 'maintainers'], { RUSTPOLICY_PAGER: 'cat', PAGER: 'less' }],
  ])('is printed plainly %s', async (_, argv, env) => {
    const { pages, out } = await onTerminal(argv, { env });
    expect(pages).toEqual([]);
    expect(out).toContain('Who maintains Rust code');
  });

  it.each([
    ['--help'],
    ['--help', '--no-pager'],
    ['--no-pager', '--help'],
    ['help', 'ask', '--no-pager'],
    ['--no-pager', 'help', 'ask'],
    ['ask', '--no-pager', '--help'],
    ['--no-pager', '--version'],
  ])('is help too, wherever its options stand: %s %s %s', async (...argv) => {
    const { pages, out, status } = await onTerminal(argv, { rows: 2 });
    const isPaged = !argv.includes('--no-pager');
    expect({ status, pages: pages.length }).toEqual({ status: 0, pages: isPaged ? 1 : 0 });
    expect(out === '').toBe(isPaged);
  });

  it('is printed plainly where the pager fails, which is said once', async () => {
    const { out, error, status } = await onTerminal(['show', 'maintainers'], {
      env: { PAGER: 'nosuch' },
      failure: 'is not installed',
    });
    expect(out).toContain('Who maintains Rust code');
    expect(error).toBe(
      'rustpolicy: pager "nosuch" is not installed; set RUSTPOLICY_PAGER or use --no-pager\n',
    );
    expect(status).toBe(0);
  });
});

it('opens the pager with the passage in sight that answers', async () => {
  const { pages } = await onTerminal(['ask', '--color', 'never', 'is stage 1 of the block layer'], {});
  const [{ text, start } = { text: '', start: {} as PageStart }] = pages;
  const marked = text.split('\n').findIndex((line) => line.startsWith('|'));
  expect(marked).toBeGreaterThan(9);
  expect(start.line).toBe(marked + 1 - 2);
});

it('prints a text without a pager that leaves a row of the window for the next prompt', async () => {
  const { pages, out } = await onTerminal(['list'], { rows: 100 });
  expect(pages).toEqual([]);
  const rows = out.split('\n').length - 1;
  expect((await onTerminal(['list'], { rows: rows + 1 })).pages).toEqual([]);
  expect((await onTerminal(['list'], { rows })).pages).toHaveLength(1);
});
