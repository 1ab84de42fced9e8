import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-line/command-table.ts';
import { commanderProgram } from '../../src/command-line/explain.ts';
import { commandFirst, lastGiven, readCommandLine } from '../../src/command-line/read.ts';
import { InputError } from '../../src/errors.ts';

describe('a command line is read', () => {
  it.each([
    [['ask', 'who', 'fixes', 'builds'], { command: 'ask', words: ['who', 'fixes', 'builds'] }],
    [['ask', '-'], { command: 'ask', words: ['-'] }],
    [['ask', '--', '--why'], { command: 'ask', words: ['--why'] }],
    [['ask', 'why', '--brief', '--why'], { command: 'ask', options: { brief: true, why: true } }],
    [['ask', '--format=json', 'why', '--format', 'text'], { words: ['why'], options: { format: 'text' } }],
    [['list'], { command: 'list', words: [], options: { color: 'auto', hyperlinks: 'auto' } }],
    [['show', '4', '--width', '40', '--no-pager'], { options: { width: 40, noPager: true } }],
    [['mail', '--reply'], { words: [], options: { reply: true, to: [], cc: [] } }],
    [['mail', '--reply', 'message', 'why'], { words: ['why'], options: { reply: 'message' } }],
    [['mail', '--reply', '--brief'], { words: [], options: { reply: true, brief: true } }],
    [['mail', '--reply=message'], { options: { reply: 'message' } }],
    [['mail', 'why', '--to', 'a', '--to=b', '-o', 'f'], { options: { to: ['a', 'b'], output: 'f' } }],
    [['mail', '-of', '--subject', '--brief'], { options: { output: 'f', subject: '--brief' } }],
    [['check', 'docs'], { command: 'check', words: ['docs'], options: { format: 'text' } }],
    [['completion', 'zsh'], { command: 'completion', words: ['zsh'] }],
    [['ask', '-n', '2', 'why'], { words: ['why'], options: { place: 2 } }],
    [['ask', '-5', '-.5', 'why'], { words: ['-5', '-.5', 'why'] }],
    [['show'], { command: 'show', words: [] }],
    [['--data', 'docs', 'list'], { command: 'list', options: { data: 'docs' } }],
    [
      ['--no-pager', 'show', '4', 'about'],
      { command: 'show', words: ['4', 'about'], options: { noPager: true } },
    ],
    [['--reply', 'show', 'mail'], { command: 'mail', options: { reply: 'show' } }],
    [['--reply', '--brief', 'mail'], { command: 'mail', options: { reply: true, brief: true } }],
    [
      ['who', 'fixes', '--why', 'builds'],
      { command: 'ask', words: ['who', 'fixes', 'builds'], options: { why: true } },
    ],
    [['--', 'list'], { command: 'ask', words: ['list'] }],
    [['--data', 'show'], { command: 'ask', words: [], options: { data: 'show' } }],
  ])('%j', (argv, line) => {
    expect(readCommandLine(commandFirst(argv).argv)).toMatchObject(line);
  });

  it.each([
    [['list', '--width', '19'], '--width takes a whole number from 20 to 10000, not "19"'],
    [['mail', 'why', '--width', '76'], '--width takes a whole number from 30 to 75, not "76"'],
    [['list', '--format', 'pdf'], '--format takes terminal, text, mail, markdown or json, not "pdf"'],
  ])('but refused for its value: %j', (argv, message) => {
    expect(() => readCommandLine(argv)).toThrow(new InputError(message));
  });
});

describe('the value of an option is known in a command line that may be wrong:', () => {
  it.each([
    ['list --color never --nosuch', 'never'],
    ['list --color=always --color=never', 'never'],
    ['list --color', undefined],
    ['--color sometimes list', 'sometimes'],
    ['ask is it always so', undefined],
  ])('%s', (words, value) => {
    expect(lastGiven(words.split(' '), COMMANDS.list.options.color)).toBe(value);
  });
});

describe('what is as declared is taken by commander, which explains the rest, too', () => {
  const words = [
    ...['ask', 'list', 'show', 'mail', 'who', '4', '', '-', '--', '--brief', '--why', '--format', '--color'],
    ...[
      '--format=text',
      '--no-pager',
      'text',
      'always',
      '--color=never',
      '--data',
      '--width',
      '-h',
      '--reply',
    ],
    ...[
      '-n',
      '2',
      '-5',
      '-.5',
      '-5e',
      '-55',
      '-V',
      '--help',
      '--to',
      '-o',
      '-of',
      '--brief=x',
      '--nosuch',
      '-x',
      '--reply=',
      '--data=',
    ],
  ];
  const argv = fc
    .tuple(
      fc.array(fc.constantFrom(...words), { maxLength: 3 }),
      fc.constantFrom('ask', 'list', 'show', 'mail', 'check', 'completion', 'how'),
      fc.array(fc.constantFrom(...words), { maxLength: 6 }),
    )
    .map(([before, command, rest]) => commandFirst([...before, command, ...rest]).argv);

  it('and nothing else is', () => {
    fc.assert(
      fc.property(argv, (typed) => {
        expect(isRead(typed)).toBe(isTakenByCommander(typed));
      }),
      { numRuns: 500 },
    );
  });
});

/** A wrong value is told by our own reader, before commander is asked: it counts as read. */
function isRead(argv: readonly string[]): boolean {
  try {
    return readCommandLine(argv) !== undefined;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

function isTakenByCommander(argv: readonly string[]): boolean {
  try {
    commanderProgram().parse(argv, { from: 'user' });
    return true;
  } catch {
    return false;
  }
}
