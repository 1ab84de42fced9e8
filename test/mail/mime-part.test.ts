import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../src/mail/message.ts';
import { FROM, parse } from './parse.ts';

describe('a message', () => {
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
});
