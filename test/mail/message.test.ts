import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../src/mail/message.ts';

const parse = (...lines: (string | Buffer)[]) =>
  parseMessage(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));

const FROM = 'From: A B <a@b.org>';

describe('a message', () => {
  it('gives its people, its subject, its place in the thread and its text', async () => {
    const message = await parse(
      'From: =?utf-8?Q?Bj=C3=B6rn_Roy?= <b@x.org>',
      'To: "Doe, J" <j@x.org>, Team: k@x.org, l@x.org;',
      'Cc: undisclosed-recipients:;',
      'Cc: list@x.org (the list)',
      'Reply-To: <b2@x.org>',
      'Mail-Followup-To: list@x.org',
      'Message-ID: <m@x.org>',
      'In-Reply-To: <p@x.org>',
      'References: <o@x.org>',
      '\t<p@x.org>',
      'Subject: =?iso-8859-1?Q?=E9t=E9?=',
      ' and more',
      'Date: Wed, 14 Apr 2021 20:45:51 +0200 (CEST)',
      '',
      'Text.',
    );
    expect(message).toEqual({
      from: [{ name: 'Björn Roy', address: 'b@x.org' }],
      to: [
        { name: 'Doe, J', address: 'j@x.org' },
        { name: '', address: 'k@x.org' },
        { name: '', address: 'l@x.org' },
      ],
      cc: [{ name: 'the list', address: 'list@x.org' }],
      replyTo: [{ name: '', address: 'b2@x.org' }],
      followUpTo: [{ name: '', address: 'list@x.org' }],
      subject: 'été and more',
      date: 'Wed, 14 Apr 2021 20:45:51 +0200',
      messageId: '<m@x.org>',
      inReplyTo: ['<p@x.org>'],
      references: ['<o@x.org>', '<p@x.org>'],
      text: 'Text.\n',
    });
  });

  it.each(['From a@b.org Mon Sep 17 00:00:00 2001', '>From a@b.org Mon Sep 17 00:00:00 2001', ''])(
    'may come out of an mbox, behind %j',
    async (line) => {
      expect((await parse(line, FROM, '', 'Text.')).from).toEqual([{ name: 'A B', address: 'a@b.org' }]);
    },
  );

  it('may have a patch of git format-patch pasted into it', async () => {
    const pasted = 'From 0123456789ab Mon Sep 17 00:00:00 2001';
    expect((await parse(FROM, '', 'See:', '', pasted, 'From: C D <c@d.org>')).text).toContain(pasted);
  });

  it('may have CR LF ends', async () => {
    expect((await parse(`${FROM}\r\nSubject: s\r\n\r\nText.\r`)).text.trimEnd()).toBe('Text.');
  });

  it.each([
    ['utf-8', Buffer.from('é — 中')],
    ['iso-8859-2', Buffer.from([0xe8, 0xf8])],
    ['koi8-r', Buffer.from([0xd2, 0xd5])],
    ['iso-2022-jp', Buffer.from('\x1b$BF|K\\\x1b(B')],
    ['gb2312', Buffer.from([0xd6, 0xd0])],
  ])('may be in %s, in 8 bits, base64 or quoted-printable', async (charset, bytes) => {
    const text = new TextDecoder(charset).decode(bytes);
    const printable = [...bytes]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('');
    const type = `Content-Type: text/plain; charset=${charset}`;
    for (const [encoding, body] of [
      ['8bit', bytes],
      ['base64', bytes.toString('base64')],
      ['quoted-printable', printable],
    ] as const) {
      const message = await parse(FROM, type, `Content-Transfer-Encoding: ${encoding}`, '', body);
      expect(message.text.trimEnd()).toBe(text);
    }
  });

  it('gives the plain part of several', async () => {
    const message = await parse(
      FROM,
      'Content-Type: multipart/signed; boundary="a"',
      '',
      '--a',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Plain.',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>HTML.</p>',
      '--b--',
      '--a',
      'Content-Type: application/pgp-signature',
      '',
      'AAAA',
      '--a--',
    );
    expect(message.text.trim()).toBe('Plain.');
  });

  it('keeps the lines of format=flowed as they were sent', async () => {
    const message = await parse(
      FROM,
      'Content-Type: text/plain; format=flowed; delsp=yes',
      '',
      '> quoted ',
      '> more ',
      '',
      'as in format=flowed ',
      'text',
    );
    expect(message.text).toBe('> quoted \n> more \n\nas in format=flowed \ntext\n');
  });
});

describe('what is not one message with text is refused', () => {
  it.each([
    ['nothing', [''], 'no mail message'],
    ['prose', ['Hello there.', '', 'Who?'], 'no mail message'],
    ['HTML alone', [FROM, 'Content-Type: text/html', '', '<p>Hi</p>'], 'HTML alone'],
    [
      'two messages',
      [
        'From a@b Mon Sep 17 00:00:00 2001',
        FROM,
        '',
        'x',
        '',
        'From a@b Mon Sep 17 00:00:00 2001',
        FROM,
        '',
        'y',
      ],
      'several messages',
    ],
  ])('%s', async (_, lines, why) => {
    await expect(parse(...lines)).rejects.toThrow(why);
  });
});
