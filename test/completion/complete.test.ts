import { describe, expect, it } from 'vitest';
import { complete } from '../../src/completion/complete.ts';

function values(...words: readonly string[]): readonly string[] | string {
  const completion = complete(words);
  return typeof completion === 'string' ? completion : completion.map(({ value }) => value);
}

describe('a word is completed to', () => {
  it.each([
    [['show', ''], 'topics'],
    [['show', '--no-pager', ''], 'topics'],
    [['show', '--width', '40', ''], 'topics'],
    [['show', '--', ''], 'topics'],
    [['list', '--data', ''], 'folders'],
    [['list', '--data='], 'folders'],
    [
      ['list', '--color', ''],
      ['auto', 'always', 'never'],
    ],
    [
      ['list', '--color', '=', ''],
      ['auto', 'always', 'never'],
    ],
    [
      ['list', '--color', '='],
      ['auto', 'always', 'never'],
    ],
    [
      ['list', '--color='],
      ['--color=auto', '--color=always', '--color=never'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['--data', ''], 'folders'],
    [['--data', 'docs', 'show', ''], 'topics'],
    [['show', 'maintainers', ''], 'topics'],
  ])('%j: %j', (words, expected) => {
    expect(values(...words)).toEqual(expected);
  });

  it('an option before the command, or of a question without one', () => {
    const expected = ['--data', '-n', '--why', '-V', '--version', '--help'];
    expect(values('-')).toEqual(expect.arrayContaining(expected));
    expect(values('who', 'fixes', '-')).toEqual(values('-'));
  });

  it('any command where none stands yet, behind options, and behind help', () => {
    expect(values('--data', 'docs', '')).toEqual(values(''));
    expect(values('')).toEqual(expect.arrayContaining(['ask', 'list', 'show', 'completion', 'help']));
    expect(values('help', '')).toEqual(values(''));
  });

  it('choices with what each means', () => {
    const choices = ['--format', '--color', '--hyperlinks'].map((flag) => complete(['list', flag, '']));
    const all = [...choices, complete(['completion', ''])];
    const words = all.flatMap((completion) => (typeof completion === 'string' ? [] : completion));
    expect(words.length).toBeGreaterThan(13);
    expect(words.filter(({ description }) => description === '')).toEqual([]);
  });

  it("a command's options, by all their spellings", () => {
    expect(values('show', '--')).toEqual(expect.arrayContaining(['--format', '--no-pager', '-h', '--help']));
  });
});

describe('nothing is offered', () => {
  it.each([
    ['in a question', ['ask', 'who', '']],
    ['behind the last argument', ['completion', 'zsh', '']],
    ['in a question without a command', ['who', '']],
    ['for an option that takes any text', ['list', '--width', '']],
    ['for an option behind --', ['ask', '--', '--']],
  ])('%s', (_, words) => {
    expect(values(...words)).toEqual([]);
  });
});
