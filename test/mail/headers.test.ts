import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { headerLines, type MailDraft } from '../../src/mail/headers.ts';

const none: MailDraft = { to: [], cc: [], subject: '', references: [], body: '' };
const lines = (draft: Partial<MailDraft>) => headerLines({ ...none, ...draft });

describe('header lines', () => {
  it('say only what is known', () => {
    expect(lines({ subject: 'A "b" c' })).toBe('Subject: A "b" c\n');
  });

  it('name each person on a line, quoted where it must be', () => {
    expect(
      lines({
        to: [
          { name: 'A B', address: 'a@b' },
          { name: 'H. "P", A', address: 'h@p' },
          { name: '', address: 'c@d' },
          { name: '=?utf-8?Q?x?=', address: 'e@f' },
        ],
      }),
    ).toBe('To: A B <a@b>,\n "H. \\"P\\", A" <h@p>,\n c@d,\n "=?utf-8?Q?x?=" <e@f>\n');
  });

  it('thread by In-Reply-To and References', () => {
    expect(lines({ references: ['<a@x>', '<b@x>'] })).toBe('In-Reply-To: <b@x>\nReferences: <a@x> <b@x>\n');
  });

  it('have MIME only for a body that is not ASCII', () => {
    const mime =
      'MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n';
    expect(lines({ body: 'a\n' })).toBe('');
    expect(lines({ body: 'é\n' })).toBe(mime);
  });

  it('fold what is long before a blank', () => {
    const ids = Array.from({ length: 5 }, (_, at) => `<${at}-0123456789012345678901234567890@kernel.org>`);
    const folded = lines({ references: ids });
    expect(folded.replaceAll('\n ', ' ')).toContain(`References: ${ids.join(' ')}\n`);
    expect(Math.max(...folded.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });
});

describe('for any subject and any name', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 30 })).map((text) =>
    text
      .replace(/[\s\p{C}]+/gu, ' ')
      .replaceAll('=?', '?')
      .trim(),
  );

  it('lines are short ASCII, and a mail program reads what was meant', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { minLength: 1, maxLength: 8 }), async (subject, names) => {
        const to = names.map((name, at) => ({ name, address: `a${at}@example.org` }));
        const written = lines({ subject, to });
        expect(written).toMatch(/^[\n\x20-\x7e]*$/);
        for (const line of written.split('\n')) {
          expect(line.length <= 78 || !/\S\s\S/.test(line.slice(1))).toBe(true);
          expect(line).not.toMatch(/^\s+$/);
        }
        const read = await PostalMime.parse(`${written}\nbody\n`);
        expect(read.subject ?? '').toBe(subject);
        expect(read.to).toEqual(to);
      }),
    );
  });
});
