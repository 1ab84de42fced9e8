import { describe, expect, it } from 'vitest';
import { newSentences, originalOf } from '../../src/mail/original.ts';

const people = { from: [], replyTo: [], to: [], cc: [], followUpTo: [] };
const thread = { messageId: undefined, inReplyTo: [], references: [] };

/** The lines of a message with this text, which are at most `width` columns wide without quote marks. */
const linesOf = (text: string, width: number) =>
  originalOf({ ...people, ...thread, subject: '', date: undefined, text }, width + 2).lines;

describe('the lines of an original', () => {
  it('are those that were sent, without signature and blank ends', () => {
    expect(linesOf('\nHi,\n\n  code \n> quoted\n\n-- \nA B\n', 70)).toEqual([
      'Hi,',
      '',
      '  code',
      '> quoted',
    ]);
  });

  it('keep a patch that drops a line "- ", up to the signature', () => {
    expect(linesOf('-- \n+new\n-- \n2.39.5\n', 70)).toEqual(['--', '+new']);
  });

  it('are wrapped where a program wrote a paragraph in one, but not in patches and quotes', () => {
    const long = 'word '.repeat(40).trim();
    expect(linesOf(long, 40)).toHaveLength(5);
    expect(linesOf(`+${long}\n> ${long}\n    ${long}`, 40)).toHaveLength(3);
  });
});

describe('the sentences that a message adds', () => {
  it('are told apart and know their paragraph', () => {
    expect(newSentences(['Hi.', 'Is it', 'so?', '', 'Bye.'])).toEqual([
      { text: 'Hi.', start: 0, end: 3 },
      { text: 'Is it so?', start: 0, end: 3 },
      { text: 'Bye.', start: 4, end: 5 },
    ]);
  });

  it('are those at the start of a message of any length', () => {
    const found = newSentences(Array.from({ length: 50_000 }, () => 'Word word word. '.repeat(20)));
    expect(found.length).toBeGreaterThan(100);
    expect(found.length).toBeLessThanOrEqual(400);
  });

  it.each([
    ['quotes', ['> Is it so?']],
    ['who is quoted', ['On Friday, A B', 'wrote:', '> x']],
    ['patches', ['diff --git a/x b/x', '+Is it so?']],
    ['what git drops', ['---', 'Is it so?']],
    ['trailers', ['Reviewed-by: A B <a@b.org>', 'Cc: c@d.org', 'Link: https://a.example/']],
  ])('are not %s', (_, lines) => {
    expect(newSentences(lines)).toEqual([]);
  });
});
