import { describe, expect, it } from 'vitest';
import { tooDeepLine } from '../../src/policy/nesting.ts';

const MOST = 40;

/** Lists in each other, an item a line, to a depth. */
const lists = (depth: number, marker = '-') =>
  Array.from({ length: depth }, (_, at) => `${' '.repeat((marker.length + 1) * at)}${marker} a`).join('\n');

describe('lists and quotes in each other', () => {
  it.each([
    ['lists', lists(MOST), lists(MOST + 1), MOST + 1],
    ['numbered lists', lists(MOST, '1.'), lists(MOST + 1, '1.'), MOST + 1],
    ['lists of large numbers', lists(MOST, '123456789)'), lists(MOST + 1, '123456789)'), MOST + 1],
    ['lists of stars', lists(MOST, '*'), lists(MOST + 1, '*'), MOST + 1],
    ['quotes', `${'>'.repeat(MOST)} a`, `${'>'.repeat(MOST + 1)} a`, 1],
    ['quotes with blanks', `${'> '.repeat(MOST)}a`, `${'> '.repeat(MOST + 1)}a`, 1],
    ['markers on one line', `${'- '.repeat(MOST)}a`, `${'- '.repeat(MOST + 1)}a`, 1],
    ['numbers on one line', `${'1. '.repeat(MOST)}a`, `${'1. '.repeat(MOST + 1)}a`, 1],
    ['signs after tabs', `${'>\t'.repeat(MOST)}a`, `${'>\t'.repeat(MOST + 1)}a`, 1],
    ['empty items', `${'- '.repeat(MOST - 1)}-\n+ a`, `${'- '.repeat(MOST)}+`, 1],
    ['empty numbered items', `${'- '.repeat(MOST - 1)}1.`, `${'- '.repeat(MOST)}1.`, 1],
    [
      'quotes in lists',
      `${lists(30)}\n${' '.repeat(60)}${'>'.repeat(10)}`,
      `${lists(30)}\n${' '.repeat(60)}${'>'.repeat(11)}`,
      31,
    ],
  ])('of %s may be forty', (_, deep, tooDeep, line) => {
    expect(tooDeepLine(deep)).toBeUndefined();
    expect(tooDeepLine(tooDeep)).toBe(line);
  });

  it('are counted on from the line that they stand in', () => {
    expect(tooDeepLine(`# A\n\ntext\n\n${'>'.repeat(MOST + 1)}`)).toBe(5);
  });

  it('end with a list of less indent, and with text that has none', () => {
    expect(tooDeepLine(Array(50).fill('- a').join('\n'))).toBeUndefined();
    expect(tooDeepLine(`${lists(MOST)}\n${lists(MOST)}`)).toBeUndefined();
    const back = `${lists(30)}\ntext\n${' '.repeat(80)}${'> '.repeat(30)}a`;
    expect(tooDeepLine(back)).toBeUndefined();
  });

  it('go on past text that is set in, and past blank lines', () => {
    const deep = `${lists(30)}\n\n${' '.repeat(62)}text\n\n${' '.repeat(62)}${'> '.repeat(11)}a`;
    expect(tooDeepLine(deep)).toBe(34);
  });
});

describe('what is neither list nor quote', () => {
  it.each([
    ['a rule', '- '.repeat(100)],
    ['a rule of stars, set in', `  ${'*'.repeat(100)}`],
    ['words joined by dashes', 'a-'.repeat(100)],
    ['signs without a blank behind them', '-'.repeat(100).concat('a')],
    ['numbers without a blank behind them', '1.'.repeat(100).concat('a')],
    ['signs behind a word', `a ${'> '.repeat(100)}`],
    ['numbers of ten digits', '1234567890. '.repeat(100)],
  ])('is no nesting: %s', (_, text) => {
    expect(tooDeepLine(text)).toBeUndefined();
  });

  it('takes a line that begins a list for one though it is of dashes alone', () => {
    expect(tooDeepLine(`${'- '.repeat(MOST + 1)}a -`)).toBe(1);
  });
});
