import { describe, expect, it } from 'vitest';
import { complete } from '../../src/completion/complete.ts';

function values(...words: readonly string[]): readonly string[] | string {
  const completion = complete(words);
  return completion.kind === 'words' ? completion.words.map(({ value }) => value) : completion.kind;
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
    [['-'], ['-V', '--version', '-h', '--help']],
  ])('%j: %j', (words, expected) => {
    expect(values(...words)).toEqual(expected);
  });

  it('any command where none stands yet, and behind help', () => {
    expect(values('')).toEqual(expect.arrayContaining(['ask', 'list', 'show', 'completion', 'help']));
    expect(values('help', '')).toEqual(values(''));
  });

  it("a command's options, by all their spellings", () => {
    expect(values('show', '--')).toEqual(expect.arrayContaining(['--format', '--no-pager', '-h', '--help']));
  });
});

describe('nothing is offered', () => {
  it.each([
    ['in a question', ['ask', 'who', '']],
    ['behind the last argument', ['show', 'maintainers', '']],
    ['for a command that there is not', ['nosuch', '']],
    ['for an option that takes any text', ['list', '--width', '']],
    ['for an option behind --', ['ask', '--', '--']],
  ])('%s', (_, words) => {
    expect(values(...words)).toEqual([]);
  });
});
