import { describe, expect, it } from 'vitest';
import { FROM, parse } from './parse.ts';

describe('the text of a message', () => {
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
