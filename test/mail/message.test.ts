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

  it('keeps the lines of format=flowed as they were sent, but for the blanks that stuff them', async () => {
    const flowed = 'Content-Type: text/plain; format=flowed';
    const lines = ['> quoted ', '> more ', ' From me', '  code', 'as in format=flowed ', 'text'];
    expect((await parse(FROM, 'Subject: format=flowed', flowed, '', ...lines)).text).toBe(
      '> quoted \n> more \nFrom me\n code\nas in format=flowed \ntext\n',
    );
  });

  it('joins what delsp=yes cut, within quotes too, but not its signature', async () => {
    const flowed = 'Content-Type: text/plain; format=flowed; delsp=yes';
    const lines = ['> 路 ', '> 文', '路 ', '文 ', '>> x', '-- ', 'A'];
    expect((await parse(FROM, flowed, '', ...lines)).text).toBe('> 路文\n路文\n>> x\n-- \nA\n');
  });
});

describe('the bytes of a text are read', () => {
  const text = async (charset: string | undefined, bytes: Buffer, encoding = '8bit') => {
    const type = charset === undefined ? 'X: y' : `Content-Type: text/plain; charset=${charset}`;
    return (await parse(FROM, type, `Content-Transfer-Encoding: ${encoding}`, '', bytes)).text.trimEnd();
  };
  const quotes = Buffer.from([0x93, 0x49, 0x74, 0x92, 0x73, 0x94, 0x20, 0x80, 0xfc]);

  it.each(['windows-1252', 'iso-8859-1', 'us-ascii', 'unknown', undefined])(
    'as windows-1252 under the label %s',
    async (charset) => {
      expect(await text(charset, quotes)).toBe('“It’s” €ü');
    },
  );

  it.each(['windows-1252', 'iso-8859-1', 'us-ascii', 'y', 'iso-8859-15', undefined])(
    'as the UTF-8 that they are under the label %s',
    async (charset) => {
      expect(await text(charset, Buffer.from('“It’s” €ü 路'))).toBe('“It’s” €ü 路');
    },
  );

  it('as the UTF-8 that they are but for one that was cut', async () => {
    expect(await text('utf-8', Buffer.concat([Buffer.from('ü路'), Buffer.from([0xe8, 0xb7])]))).toBe(
      'ü路\ufffd',
    );
    expect(await text('utf-8', Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]))).toBe('Grüße');
  });

  it.each([
    ['utf-7', Buffer.from('J+APw-rgen +AD4- 1'), 'Jürgen > 1'],
    ['cp850', Buffer.from([0x81, 0xe1]), 'üß'],
    ['IBM437', Buffer.from([0x81]), 'ü'],
  ])('in %s, which Node does not know', async (charset, bytes, expected) => {
    expect(await text(charset, bytes)).toBe(expected);
  });

  it.each([
    ['cp932', Buffer.from([0x93, 0xfa, 0xb1]), '日ｱ'],
    ['CP936', Buffer.from([0xd6, 0xd0, 0x81, 0x40]), '中丂'],
    ['cp949', Buffer.from([0xc7, 0xd1]), '한'],
    ['cp950', Buffer.from([0xa4, 0xa4]), '中'],
    ['euc-kr', Buffer.from([0xc7, 0xd1]), '한'],
    ['big5', Buffer.from([0xa4, 0xa4]), '中'],
    ['gb18030', Buffer.from([0x81, 0x30, 0x81, 0x30]), '\x80'],
    ['iso-2022-jp', Buffer.from('\x1b$BF|\x1b(B'), '日'],
    ['euc-jp', Buffer.from([0xc6, 0xfc]), '日'],
    ['cp866', Buffer.from([0x80]), 'А'],
    ['utf-32le', Buffer.from([0xef, 0x8d, 0, 0]), '路'],
    ['cp874', Buffer.from([0xa1]), 'ก'],
  ])('in the charset %s', async (charset, bytes, expected) => {
    expect(await text(charset, Buffer.from(bytes.toString('base64')), 'base64')).toBe(expected);
  });

  it.each([
    ['big', 'utf-16', Buffer.from([0xfe, 0xff, 0x8d, 0xef, 0x00, 0x0d, 0x00, 0x0a, 0x00, 0x78])],
    ['little', 'utf-16', Buffer.from([0xff, 0xfe, 0xef, 0x8d, 0x0d, 0x00, 0x0a, 0x00, 0x78, 0x00])],
  ])('in UTF-16 with the mark of its %s end', async (_, charset, bytes) => {
    expect(await text(charset, Buffer.from(bytes.toString('base64')), 'base64')).toBe('路\r\nx');
  });

  it.each(['hz-gb-2312', 'iso-2022-kr'])('in %s as they are, which is said', async (charset) => {
    const message = await parse(FROM, `Content-Type: text/plain; charset=${charset}`, '', '~{VPND~}');
    expect(message.notes).toEqual([expect.stringContaining(`nothing here decodes ${charset}`)]);
  });
});

describe('a header is read', () => {
  const subject = async (...lines: (string | Buffer)[]) => (await parse(...lines, '', 'x')).subject;
  const latin1 = Buffer.from('Subject: Gr\xfc\xdfe \x96 \xb1', 'latin1');

  it('in UTF-8, else in the charset of the body, else in windows-1252', async () => {
    expect(await subject('Subject: Grüße 路')).toBe('Grüße 路');
    expect(await subject(latin1)).toBe('Grüße – ±');
    const body = 'Content-Type: text/plain; charset=iso-8859-2';
    expect(await subject(Buffer.from('Subject: \xb1', 'latin1'), body)).toBe('ą');
    expect(await subject(Buffer.from('Subject: \xb1', 'latin1'))).toBe('±');
  });

  it.each([
    ['=?utf-8?q?a=5Fb_c?=', 'a_b c'],
    ['=?utf-8?b?6Lev?= =?utf-8?b?5paH?=', '路文'],
    ['=?utf-8?b?6Lc=?= =?utf-8?b?rw==?=', '路'],
    ['=?utf-8?q?=E8=B7?= =?utf-8?q?=AF?=', '路'],
    ['=?iso-8859-1?q?=93x=94_=E8=B7=AF?=', '“x” è·¯'],
    ['=?us-ascii*en?q?x?= y', 'x y'],
    ['x =?utf-8?q?y?= z', 'x y z'],
    ['=?utf-7?q?J+APw-rgen?=', 'Jürgen'],
    ['=?*en?q?x?= =?utf-8?q?y', '=?*en?q?x?= =?utf-8?q?y'],
  ])('with its encoded words decoded: %s', async (raw, expected) => {
    expect(await subject(`Subject: ${raw}`)).toBe(expected);
  });
});

describe('the structure of a message', () => {
  const mixed = (...parts: string[]) =>
    parse(
      FROM,
      'Content-Type: multipart/mixed; boundary="a (b"',
      '',
      ...parts.flatMap((part) => ['--a (b', part]),
      '--a (b--',
    );
  const plain = (text: string) => `Content-Type: text/plain\n\n${text}`;
  const html = (text: string) => `Content-Type: text/html\n\n${text}`;
  const alternative = (...parts: string[]) =>
    `Content-Type: multipart/alternative; boundary=c\n\n${parts.map((part) => `--c\n${part}\n`).join('')}--c--`;

  it.each(['text', 'text/plain, charset=us-ascii', 'nonsense'])(
    'is plain text where its type is %j',
    async (type) => {
      expect((await parse(FROM, `Content-Type: ${type}`, '', 'Words.')).text).toBe('Words.\n');
    },
  );

  it('is read behind a byte order mark, and with CR alone for line ends', async () => {
    expect((await parse(`\ufeff${FROM}`, '', 'x\n\ufeffy')).text).toBe('x\ny\n');
    const mac = await parseMessage(Buffer.from(`${FROM}\rSubject: s\r\rx\ry\r`));
    expect({ subject: mac.subject, text: mac.text }).toEqual({ subject: 's', text: 'x\ny\n' });
  });

  it('has the words of HTML where no plain text says anything, and says so', async () => {
    const message = await parse(FROM, alternative(plain('\n'), html('<p>Who&nbsp;fixes <b>it</b>?</p>')));
    expect(message.text.trim()).toBe('Who\u00a0fixes it?');
    expect(message.notes).toEqual([expect.stringContaining('HTML alone')]);
    const both = await parse(FROM, alternative(html('<p>Not this.</p>'), plain('This.')));
    expect({ text: both.text.trim(), notes: both.notes }).toEqual({ text: 'This.', notes: [] });
    expect((await mixed(html('<p>Body.</p>'), plain('Footer.'))).text).toBe('Body.\n\nFooter.');
  });

  it('leaves attachments aside', async () => {
    const attached = `Content-Disposition: attachment; filename=a\n${plain('No.')}`;
    expect((await mixed(plain('Yes.'), attached)).text.trim()).toBe('Yes.');
  });

  it('has a forwarded message with the headers that tell whose it is, as they are', async () => {
    const inner =
      'From: B <b@x.org>\nSubject: =?utf-8?q?=C3=BC?=\nDate: Tue, 2 Jan 2024 23:30:00 -0800\n\nInner.';
    expect((await mixed(plain('FYI'), `Content-Type: message/rfc822\n\n${inner}`)).text).toBe(
      'FYI\n\nFrom: B <b@x.org>\nDate: Tue, 2 Jan 2024 23:30:00 -0800\nSubject: ü\n\nInner.',
    );
  });

  it('has the words of a forwarded message, however large what is attached to that', async () => {
    const attached = 'Content-Type: text/x-log\nContent-Disposition: attachment\n';
    const inner = `From: B <b@x.org>\nContent-Type: multipart/mixed; boundary=d\n\n--d\n${plain('Inner.')}\n--d\n`;
    const forward = `Content-Type: message/rfc822\n\n${inner}${attached}\n${'a\n'.repeat(600_000)}\n--d--`;
    expect((await mixed(plain('FYI'), forward)).text).toBe('FYI\n\nFrom: B <b@x.org>\n\nInner.');
  });

  it('is said to have encrypted parts, and refused where there is nothing else', async () => {
    const encrypted = 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA';
    const message = await mixed(plain('Words.'), encrypted);
    expect({ text: message.text.trim(), notes: message.notes }).toEqual({
      text: 'Words.',
      notes: ['a part of the message is encrypted, and not quoted'],
    });
    await expect(parse(FROM, encrypted)).rejects.toThrow('encrypted');
    await expect(
      parse(FROM, '', '-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----'),
    ).rejects.toThrow('encrypted');
  });

  it('is said to have no text where there is none', async () => {
    expect((await parse(FROM, 'Content-Type: image/png', '', 'AAAA')).notes).toEqual([
      'the message has no text to quote',
    ]);
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
