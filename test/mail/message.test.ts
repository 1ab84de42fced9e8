import { describe, expect, it } from 'vitest';
import { FROM, parse } from './parse.ts';

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
      references: ['<o@x.org>', '<p@x.org>', '<m@x.org>'],
      text: 'Text.\n',
      lists: [],
      notes: [],
      isAnnouncement: false,
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
});

describe('an announcement', () => {
  const isAnnouncement = async (...lines: string[]) => (await parse(FROM, ...lines)).isAnnouncement;

  it.each([
    ['tip', '', 'The following commit has been merged into the core/core branch of tip:'],
    ['a stable tree', '', "This is a note to let you know that I've just added the patch titled"],
    ['a stable review', '', '6.12-stable review patch.  If anyone has any objections, please let me know.'],
    ['the mm tree', '', 'The patch titled\n     Subject: rust: x\nhas been added to the -mm tree.'],
    ['a backport', '', 'From: C D <c@d.org>\n\n[ Upstream commit 0123456789abcdef0123456789abcdef01234567 ]'],
    ['patchwork', '', 'Hello:\n\nThis series was applied to netdev/net.git (main)\nby C D <c@d.org>:'],
    ['a pull request', '', 'The pull request you sent on Sat, 1 Nov 2025 10:00:00 +0000:\n\n> git://x y'],
    ['tip, by its subject', 'Subject: [tip: core/core] rust: Fix it', 'x'],
    ['AUTOSEL, by its subject', 'Subject: [PATCH AUTOSEL 6.17 2/9] rust: Fix it', 'x'],
    ['a stable tree, by its subject', 'Subject: Patch "rust: x" has been added to the 6.12-stable tree', 'x'],
    ['a program, by its mailer', 'X-Mailer: tip-git-log-daemon', 'x'],
    ['a program, by its header', 'X-stable: review', 'x'],
  ])('is that of %s', async (_, header, text) => {
    expect(await isAnnouncement(...[header].filter(Boolean), '', text)).toBe(true);
  });

  it.each([
    ['From: kernel test robot <lkp@intel.com>', true],
    ['From: "syzbot" <syzbot@example.org>', true],
    ['From: Kernel T. Robotham <k@example.org>', false],
  ])('with %s: %j', async (from, expected) => {
    expect((await parse(from, '', 'Text.')).isAnnouncement).toBe(expected);
  });

  it.each([
    [
      'a reply',
      'Subject: Re: [tip: core/core] rust: Fix it',
      '> The following commit has been merged into tip:',
    ],
    ['a forward', 'Subject: Fwd: x', 'Who fixes this?\n\nThe following commit has been merged into tip:'],
    ['a remark', 'Subject: x', 'The pull request you sent on Monday breaks the Rust build.'],
    ['a person who was told', 'Subject: x', 'This patch was applied to rust-next, but who fixes it?'],
  ])('is not %s', async (_, header, text) => {
    expect(await isAnnouncement(header, '', text)).toBe(false);
  });
});

describe('an mbox of one message', () => {
  const first = 'From a@b.org Mon Jan  1 00:00:00 2024';
  const patch = 'From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001';

  it('gives its quoted lines as they were', async () => {
    expect((await parse(first, FROM, '', '>From here', '>>From there')).text).toBe(
      'From here\n>From there\n',
    );
    expect((await parse(FROM, '', '>From here')).text).toBe('>From here\n');
  });

  it('may hold a patch of git format-patch, and may be one', async () => {
    const attached = ['x', '', patch, 'From: A B <a@b.org>', ''];
    expect((await parse(first, FROM, '', ...attached)).text).toContain(patch);
    expect((await parse(patch, FROM, 'Subject: s', '', 'x')).subject).toBe('s');
    await expect(parse(patch, FROM, '', ...attached)).rejects.toThrow('several messages');
  });
});

describe('what is not one message with text is refused', () => {
  it.each([
    ['nothing', [''], 'no mail message'],
    ['prose', ['Hello there.', '', 'Who?'], 'no mail message'],
    ['too much text', [FROM, '', 'a'.repeat(1_048_577)], 'over 1 MB'],
    [
      'too much to decode',
      [FROM, 'Content-Transfer-Encoding: quoted-printable', '', '=41'.repeat(1_400_000)],
      'over 4 MB in quoted-printable',
    ],
    ['too many lines', [FROM, '', '\n'.repeat(100_000)], 'or 100,000 lines'],
    ['too many headers', [FROM, 'X: yz\n'.repeat(40_000)], 'over 200 kB of headers'],
    ['too long a header', [FROM, `To: ${'a'.repeat(200_000)}`], 'over 200 kB of headers'],
    [
      'too many parts',
      [FROM, 'Content-Type: multipart/mixed; boundary=a', '', '--a\n\nx\n'.repeat(1001)],
      'over 1,000 parts',
    ],
    ['deep HTML', [FROM, 'Content-Type: text/html', '', '<div>'.repeat(200)], 'nested over 100 deep'],
    ['much HTML', [FROM, 'Content-Type: text/html', '', 'a'.repeat(500_001)], 'over 500,000 characters'],
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
