import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../src/command-line/command-table.ts';
import { runCommandLine } from '../../src/command-line/explain.ts';
import { plainLine } from '../../src/command-line/plain-line.ts';

/** What commander makes of a command line; undefined where it calls nothing, as for an error. */
async function commandersLine(argv: readonly string[]) {
  let line: object | undefined;
  const keep =
    (command: string) =>
    async (...given: unknown[]) => {
      const words = given.slice(0, -1).flat();
      line = { command, ...(command === 'list' ? {} : { words }), options: given.at(-1) };
    };
  const handlers: Handlers = {
    ask: keep('ask'),
    list: keep('list'),
    show: keep('show'),
    mail: keep('mail'),
    check: keep('check'),
    completion: keep('completion'),
  };
  const printed = await runCommandLine(handlers, argv, undefined).catch(() => undefined);
  if (printed?.out.startsWith('rustpolicy ')) return { command: 'version' };
  return line;
}

describe('a plain command line', () => {
  it.each([
    ['ask', 'who', 'fixes', 'builds'],
    ['ask', 'why', '--brief', '--format', 'terminal', '--color=always', '--no-pager'],
    ['ask', '--why', '--format=json', 'why', '--format', 'text'],
    ['list'],
    ['list', '--hyperlinks', 'never'],
    ['show', '4', '--color', 'never'],
    ['--version'],
    ['-V'],
  ])('%s %s %s %s %s %s %s is read as commander reads it', async (...argv) => {
    const typed = argv.filter((word) => word !== undefined);
    expect(plainLine(typed)).toEqual(await commandersLine(typed));
    expect(plainLine(typed)).toBeDefined();
  });

  it.each([
    [],
    ['ask'],
    ['ask', '-'],
    ['ask', '--', '--why'],
    ['ask', 'why', '--format', 'pdf'],
    ['ask', 'why', '--width', '40'],
    ['ask', 'why', '--help'],
    ['list', 'all'],
    ['show', '1', '2'],
    ['mail', 'why'],
    ['toString'],
    ['ask', 'why', '--toString'],
  ])('is not: %s %s %s %s', (...argv) => {
    expect(plainLine(argv.filter((word) => word !== undefined))).toBeUndefined();
  });

  it('is never read otherwise than by commander', async () => {
    const words = [
      'ask',
      'list',
      'show',
      'who',
      '4',
      '',
      '-',
      '--',
      '--brief',
      '--why',
      '--format',
      '--color',
    ];
    const values = [
      '--format=text',
      '--no-pager',
      'text',
      'always',
      '--color=never',
      '--data',
      '--width',
      '-h',
    ];
    const first = fc.constantFrom('ask', 'list', 'show', 'mail', '--version');
    const rest = fc.array(fc.constantFrom(...words, ...values), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(first, rest, async (command, typed) => {
        const line = plainLine([command, ...typed]);
        if (line !== undefined) expect(line).toEqual(await commandersLine([command, ...typed]));
      }),
    );
  });
});
