import { describe, expect, it } from 'vitest';
import { newSentences, originalLines } from '../../src/mail/original.ts';

/** The lines of a message with this text, which are at most `width` columns wide without quote marks. */
const linesOf = (text: string, width: number) => originalLines(text, width + '> '.length);

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
    const long = `${'word '.repeat(40).trim()}.`;
    expect(linesOf(long, 40)).toHaveLength(5);
    expect(linesOf(`+${long}\n> ${long}\n    ${long}`, 40)).toHaveLength(3);
  });

  it.each([
    ['a diff', `diff --git a/${'long/'.repeat(15)}name.c b/${'long/'.repeat(15)}name.c`],
    [
      'a log',
      `[    0.000000] Command line: BOOT_IMAGE=/boot/vmlinuz ${'root=/dev/sda1, quiet. '.repeat(6)}`.trim(),
    ],
    ['a path', `${'build/usr/lib/'.repeat(9)}example.ko: no such file. It was there.`],
    ['a table', `name    size    ${'value, and more.    '.repeat(8)}`.trim()],
    ['code', `if (a == b) return f(x, y); ${'call(a->b, &c[0]); '.repeat(6)}`.trim()],
    ['words without a sentence', 'word '.repeat(40).trim()],
  ])('keep what is no prose: %s', (_, line) => {
    expect(linesOf(line, 70)).toEqual([line]);
  });

  it('wrap prose in scripts that have no blanks', () => {
    expect(linesOf('\u8def\u6587\u3002'.repeat(60), 40).length).toBeGreaterThan(5);
  });

  it('end at a signature, but not at the line above the report of a robot, or above quotes', () => {
    expect(linesOf('Hi\n--\nA B\n', 70)).toEqual(['Hi']);
    const report = ['Hi', '-- ', ...Array.from({ length: 11 }, (_, at) => `line ${at}`)];
    expect(linesOf(report.join('\n'), 70)).toHaveLength(13);
    expect(linesOf('Hi\n-- \n> quoted\n', 70)).toHaveLength(3);
  });
});

describe('the sentences that a message adds', () => {
  it.each([
    ['below the line at which git ends the message', ['---', 'Is it so?', '', ' a/b | 1 +']],
    ['behind a patch', ['diff --git a/x b/x', 'index 1..2', '@@ -1 +1 @@', '-a', '', '+b', 'Is it so?']],
  ])('are found %s', (_, lines) => {
    expect(newSentences(lines).map(({ text }) => text)).toEqual(['Is it so?']);
  });

  it('are those of a subject that asks too, for all of the message', () => {
    expect(newSentences(['Bye.'], 'Is it so?').at(-1)).toEqual({ text: 'Is it so?', start: 0, end: 1 });
    expect(newSentences(['Bye.'], '[PATCH] x')).toHaveLength(1);
  });

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
    [
      'what git says of a patch',
      ['---', ' a/b.c | 3 ++-', ' 1 file changed, 2 insertions(+)', ' create mode 100644 a'],
    ],
    ['other patches', ['--- a/x', '+++ b/x', '@@ -1 +1 @@', '', '+Is it so?']],
    ['addresses', ['https://example.org/rust-for-linux/who-maintains-it.pdf']],
    [
      'headers of a forwarded message',
      ['From: B <b@example.org>', 'Date: Tue, 2 Jan 2024 23:30:00 -0800', 'To: C', 'Subject: Is it so?'],
    ],
    ['trailers', ['Reviewed-by: A B <a@b.org>', 'Cc: c@d.org', 'Link: https://a.example/']],
  ])('are not %s', (_, lines) => {
    expect(newSentences(lines)).toEqual([]);
  });
});
