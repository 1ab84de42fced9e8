import { describe, expect, it, vi } from 'vitest';
import { readCommandLine } from '../../src/command-line/read.ts';
import { mail as mailCommand } from '../../src/commands/mail.ts';
import { main } from '../../src/main.ts';
import { readBuilt } from '../../src/node/built.ts';
import { find } from '../../src/search/answer.ts';
import { open } from '../../src/search/open-policy.ts';
import { bundled } from '../bundled-policy.ts';
import { readQuestions } from '../eval/question.ts';
import { worldOf } from '../world.ts';

const QUESTION = 'Who is responsible if a C change breaks a build?';

async function mail(argv: readonly string[], given: Parameters<typeof worldOf>[0] = {}) {
  const world = worldOf(given);
  const status = await main(['mail', ...argv], world.io);
  return { status, out: world.out(), error: world.error() };
}

const golden = (name: string) => new URL(`../rendered/${name}`, import.meta.url).pathname;

const MESSAGE = `From a@example.org Mon Sep 17 00:00:00 2001
From: =?utf-8?Q?Bj=C3=B6rn?= Example <bjorn@example.org>
To: Maintainer <m@example.org>
Cc: list@example.org, "Doe, Jane" <jane@example.org>
Message-ID: <two@example.org>
In-Reply-To: <one@example.org>
References: <zero@example.org> <one@example.org>
Date: Wed, 14 Apr 2021 20:45:51 +0200
Subject: Re: [PATCH] block: change an API

On Tue, 13 Apr 2021, Maintainer wrote:
> Who maintains Rust code in the kernel?

Thanks for the patch.

Who is responsible if a C change breaks a build with
Rust enabled? I would not know.

Cheers,
Björn

--${' '}
sent by something
`;

describe('a question that two sections are nearly as likely to answer', () => {
  const isClose = (question: string) => {
    const finding = find(bundled.policy, bundled.index, question);
    return finding.outcome === 'answered' && finding.near !== undefined;
  };
  const asked = readQuestions(new URL('../questions.jsonl', import.meta.url).pathname);
  const close = asked.find(({ question }) => isClose(question))?.question ?? '';

  it.each([
    ['', [], 'rustpolicy mail --topic '],
    ['in a reply', ['--reply', 'a message'], "rustpolicy mail --reply 'a message' --topic "],
  ])('%s gets no draft, but two lines to type', async (_, reply, start) => {
    const files = { 'a message': MESSAGE };
    const { status, out, error } = await mail([...reply, close], { files });
    expect([status, out]).toEqual([1, '']);
    const lines = error.split('\n').filter((line) => line.startsWith('  '));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line.trim().slice(0, start.length)).toBe(start);
      const topic = line.slice(2 + start.length).split(' ')[0] ?? '';
      expect((await mail([...reply, '--topic', topic], { files })).status).toBe(0);
    }
  });
});

describe('a draft', () => {
  it('has headers, a blank line and the body', async () => {
    const { status, out, error } = await mail([
      ...[QUESTION, '--to', 'A B <a@example.org>', '--cc', 'c@example.org', '--cc', 'd@example.org'],
      ...['--in-reply-to', 'https://lore.kernel.org/r/x@example.org/'],
    ]);
    await expect(out).toMatchFileSnapshot(golden('draft.mail'));
    expect({ status, error }).toEqual({ status: 0, error: '' });
  });

  it('answers a question that a file is named like, among other words', async () => {
    const { status } = await mail(['who', 'fixes', 'builds'], { files: { who: '', builds: '' } });
    expect(status).toBe(0);
  });

  it('names nobody twice', async () => {
    const { out } = await mail([
      ...['--topic', 'broken', '--to', 'A <a@example.org>, b@example.org', '--to', 'a@Example.org'],
      ...['--cc', 'B@example.org', '--cc', 'c@example.org', '--cc', 'c@example.org'],
    ]);
    expect(out).toMatch(/^To: A <a@example.org>,\n b@example.org\nCc: c@example.org\nSubject: /);
  });

  it('guesses nobody', async () => {
    const { out } = await mail(['--topic', 'broken', '--subject', 'Broken builds']);
    expect(out).toMatch(/^Subject: Broken builds\n\nThe Rust kernel policy \[1\] says, under /);
  });

  it('is for one section by its topic, whatever its name holds', async () => {
    expect((await mail(['--topic', 'rust-community'])).out).toMatch(
      /^Subject: Is Rust for Linux driven by the "Rust community"\?\n\n/,
    );
  });

  it('holds the best paragraph alone with --brief', async () => {
    const { out } = await mail(['must I test that my change builds with Rust', '--brief']);
    expect(out).toContain('> The usual kernel policy applies.');
    expect(out).toContain('> [...]');
    expect(out).not.toContain('> For instance');
  });

  it("holds the section's first answer with --brief where no paragraph stands out, as ask does", async () => {
    const question = 'Should I treat Rust code to the same standards, or is it fine if it breaks at first?';
    const { out } = await mail([question, '--brief']);
    expect(out).toMatch(/:\n\n> Ideally, and eventually, yes\. [^[]*\n>\n> \[\.\.\.\]\n\n\[1\] /);
  });

  it('goes to a file with -o, and nothing to standard output', async () => {
    const files: Record<string, string> = {};
    const { status, out } = await mail([QUESTION, '-o', 'draft'], { files });
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(files['draft']).toBe((await mail([QUESTION])).out);
  });

  it('is the same on a terminal', async () => {
    const shown = await mail([QUESTION], { isTerminal: true, columns: 40 });
    expect(shown).toEqual(await mail([QUESTION]));
  });

  it('keeps names, and folds the signs of the policy unless --utf8 keeps them', async () => {
    const { out, error } = await mail([
      '--topic',
      'broken',
      '--to',
      'Björn <b@example.org>',
      '--subject',
      'Größe',
    ]);
    expect(out).toMatch(
      /^To: =\?UTF-8\?Q\?Bj=C3=B6rn\?= <b@example.org>\nSubject: =\?UTF-8\?Q\?Gr=C3=B6=C3=9Fe\?=\n/,
    );
    expect(out).toContain('\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n');
    expect(out).toContain('> For instance, this approach was chosen by the block layer -- they');
    expect(error).toBe(
      'rustpolicy: the draft is not plain ASCII: s-nail and mail encode it again, and so may list servers\n',
    );
  });

  it('is ASCII with --ascii, and without MIME headers wherever all is', async () => {
    const ascii = await mail([
      '--topic',
      'broken',
      '--ascii',
      '--to',
      'Björn <b@example.org>',
      '--subject',
      'Größe',
    ]);
    expect(ascii.out).toMatch(/^To: Bjorn <b@example.org>\nSubject: Grosse\n\n/);
    expect(ascii.error).toBe('rustpolicy: in ASCII, of what you gave: ö as o, ß as ss\n');
    const plain = await mail(['--topic', 'broken']);
    expect(plain.out + plain.error).not.toMatch(/MIME|[^\0-\x7f]/);
  });

  it('keeps what is not ASCII with --utf8, and says so', async () => {
    const { out, error } = await mail(['--topic', 'broken', '--utf8', '--to', 'Björn <b@example.org>']);
    expect(out).toMatch(/^To: =\?UTF-8\?Q\?Bj=C3=B6rn\?= <b@example.org>\n/);
    expect(out).toContain('\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n');
    expect(out).toContain('> For instance, this approach was chosen by the block layer — they');
    expect(error).toMatch(/^rustpolicy: the draft is not plain ASCII/);
  });
});

it.each([
  ['not for a topic', '', ['--topic', 'broken', '--brief'], 0],
  ['for a topic in a reply', '', ['--topic', 'broken', '--reply', 'message'], 1],
  ['for a question', QUESTION, [], 1],
])('asks the search index %s', async (_, question, typed, times) => {
  const line = readCommandLine(['mail', ...typed]);
  if (line?.command !== 'mail') throw new Error('not read');
  const opened = await open(undefined, readBuilt);
  const index = vi.fn(opened.index);
  const { io } = worldOf({ files: { message: MESSAGE } });
  await mailCommand(question, line.options, { opened: { ...opened, index }, io });
  expect(index).toHaveBeenCalledTimes(times);
});

describe('a reply', () => {
  it('has everybody, the thread, the original and the answer below what asks', async () => {
    const { status, out, error } = await mail(['--reply', 'message'], { files: { message: MESSAGE } });
    await expect(out).toMatchFileSnapshot(golden('reply.mail'));
    expect(status).toBe(0);
    expect(error).toMatch(/^rustpolicy: the draft is not plain ASCII[^\n]*\n$/);
  });

  it('is folded with --ascii, and says each thing that this changes', async () => {
    const { out, error } = await mail(['--reply', 'message', '--ascii'], { files: { message: MESSAGE } });
    expect(out).toMatch(/^To: Bjorn Example <bjorn@example.org>\n/);
    expect(out).toMatch(/\n> Bjorn\n/);
    expect(error).toBe(
      'rustpolicy: in ASCII, of the message: ö as o\nrustpolicy: names in ASCII: Björn Example as Bjorn Example\n',
    );
  });

  it('leaves out who answers, and says so', async () => {
    const env = { EMAIL: 'Maintainer <M@example.org>' };
    const { out, error } = await mail(['--reply', 'message'], { files: { message: MESSAGE }, env });
    expect(out).toContain('\nCc: list@example.org,\n "Doe, Jane" <jane@example.org>\n');
    expect(error).toContain('as it is your own address: Maintainer <m@example.org>\n');
  });

  it('names whom no mail can reach, and shows no controls in doing so', async () => {
    const input = MESSAGE.replace(
      /^Cc: .*$/m,
      'Cc: =?utf-8?b?G1szMW0KcnVzdHBvbGljeTogeA==?= <-oQ@example.org>, (x@example.org), jürgen@example.org',
    );
    const { out, error } = await mail(['--reply', '-'], { input });
    expect(out).toContain('\nCc: Maintainer <m@example.org>\nSubject');
    expect(error.split('\n').slice(1, -1)).toEqual([
      'rustpolicy: left out of To and Cc: <U+001B>[31m rustpolicy: x <-oQ@example.org>',
      'rustpolicy: left out of To and Cc: x@example.org',
      'rustpolicy: left out of To and Cc: <jürgen@example.org>',
    ]);
  });

  it('has only the paragraphs that matter with --brief', async () => {
    const { out } = await mail(['--reply', 'message', '--brief', '--utf8'], { files: { message: MESSAGE } });
    await expect(out).toMatchFileSnapshot(golden('reply-brief-utf8.mail'));
  });

  it.each([[['--reply']], [['--reply', '-']], [['--reply', '--to', 'x@example.org']]])(
    'is read from standard input with %j',
    async (argv) => {
      expect((await mail(argv, { input: MESSAGE })).out).toContain('\nIn-Reply-To: <two@example.org>\n');
    },
  );

  it('answers the question that is given, below all where no sentence asks it', async () => {
    const { out } = await mail(['--reply', '-', '--topic', 'companies'], { input: MESSAGE });
    expect(out).toContain('> Cheers,\n> Björn\n\nThe Rust kernel policy [1] says');
  });

  it('adds people, and moves them to To', async () => {
    const { out } = await mail(
      ['--reply', '-', '--to', 'jane@example.org', '--cc', 'new@example.org', '--cc', 'list@example.org'],
      { input: MESSAGE },
    );
    expect(out).toMatch(/^To: =\?UTF-8\?Q\?Bj=C3=B6rn_Example\?= <bjorn@example.org>,\n jane@example.org\n/);
    expect(out).toContain('\nCc: Maintainer <m@example.org>,\n list@example.org,\n new@example.org\n');
  });

  it('ends with 1, and writes nothing, where no sentence asks what the policy answers', async () => {
    const files: Record<string, string> = { message: 'From: a@b.org\n\nI like pasta with olives.\n' };
    const { status, out, error } = await mail(['--reply', 'message', '-o', 'draft'], { files });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toContain('The Rust kernel policy does not answer this.\n');
    expect(Object.keys(files)).toEqual(['message']);
  });
});

it('ends with 1, and writes nothing, where the policy does not answer', async () => {
  const files: Record<string, string> = {};
  const { status, out, error } = await mail(['pasta with olives', '-o', 'draft'], { files });
  expect({ status, out, files }).toEqual({ status: 1, out: '', files: {} });
  expect(error).toContain('does not answer this');
});

describe('is refused in one line that says what to type', () => {
  it.each([
    ['a message', 'message', { message: MESSAGE }, 'message'],
    ['a message that is not there', 'nosuch.eml', {}, 'nosuch.eml'],
    ['a mailbox', 'a b.mbox', {}, "'a b.mbox'"],
  ])('the file name of %s in place of a question', async (_, name, files, word) => {
    expect(await mail([name], { files })).toEqual({
      status: 2,
      out: '',
      error: `rustpolicy: "${name}" is a file's name, not a question; to answer the message in it: rustpolicy mail --reply ${word}\n`,
    });
  });

  it.each([
    [
      'nothing to answer',
      [],
      'give a question, --topic NAME or --reply FILE, as in: rustpolicy mail who fixes broken builds',
    ],
    ['a question and a topic', [QUESTION, '--topic', '4'], 'give one of them'],
    ['an unknown topic', ['--topic', 'nonsense'], 'rustpolicy list'],
    ['a reply that is told its parent', ['--reply', '-', '--in-reply-to', 'a@b'], 'leave --in-reply-to out'],
    ['a question and a message from one place', ['-', '--reply'], 'save the message'],
    ['an empty subject', [QUESTION, '--subject', ' '], 'leave it out'],
    ['a subject of two lines', [QUESTION, '--subject', 'a\nBcc: b@c.org'], 'control character'],
    ['an address that is none', [QUESTION, '--to', 'nobody'], 'is no mail address'],
    ['two alphabets', [QUESTION, '--ascii', '--utf8'], 'give one of them'],
    ['a Message-ID that is none', [QUESTION, '--in-reply-to', 'x'], 'is no Message-ID'],
    ['lines over 75 columns', [QUESTION, '--width', '76'], '--width takes a whole number from 30 to 75'],
  ])('%s', async (_, argv, why) => {
    const { status, out, error } = await mail(argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(/^rustpolicy: [^\n]*\n$/);
    expect(error).toContain(why);
  });
});
