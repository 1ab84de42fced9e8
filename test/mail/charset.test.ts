import { describe, expect, it } from 'vitest';
import { FROM, parse } from './parse.ts';

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
