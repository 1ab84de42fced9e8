import { expect, it } from 'vitest';
import { draftNotices } from '../../src/mail/notices.ts';
import { recipientsOf } from '../../src/mail/recipients.ts';

const box = (name: string, address: string) => ({ name, address });

/** What is said of a reply to a message from and to these people, which has this text. */
function notices(
  characters: 'ascii' | 'letters',
  { from = box('A', 'a@b'), to = [box('', 'c@d')], text = '' },
) {
  const people = { from: [from], replyTo: [], to, cc: [], followUpTo: [], lists: [] };
  const told = { subject: 's', date: undefined, references: ['<1@b>'], text, notes: ['noted'] };
  const message = { ...people, ...told, isAnnouncement: false };
  const recipients = recipientsOf(message);
  const section = { number: 1, name: 'n', anchor: 'n', heading: 'H', body: 'b', tokens: [] };
  const quotation = { page: { title: 'T' }, section, original: { message, lines: [text], recipients } };
  const wishes = {
    to: [],
    cc: [],
    subject: undefined,
    references: [],
    isBrief: false,
    width: 72,
    characters,
  };
  return draftNotices({ to, cc: [], subject: 's', references: [], body: text }, quotation, wishes);
}

it('are those of the message alone where nothing is changed', () => {
  expect(notices('letters', { text: 'x' })).toEqual(['noted']);
  expect(notices('ascii', { text: 'x' })).toEqual(['noted']);
});

it('name each letter that ASCII changes, and each name', () => {
  const letters = Array.from({ length: 30 }, (_, at) => String.fromCodePoint(0x391 + at));
  const [, line = ''] = notices('ascii', { text: letters.join('') });
  expect(line.split(', ')).toHaveLength(1 + letters.length);
  expect(notices('ascii', { from: box('\u8def', 'a@b') })).toEqual([
    'noted',
    'names in ASCII: \u8def as a bare address',
  ]);
});

it('name so many whom no mail can reach, and count the others', () => {
  const to = Array.from({ length: 23 }, (_, at) => box(`nobody ${at}`, ''));
  expect(notices('letters', { to })).toHaveLength(1 + 20 + 1);
  expect(notices('letters', { to }).at(-1)).toBe('left out of To and Cc: 3 more');
});
