import { describe, expect, it } from 'vitest';
import { attributionOf, draftNotices, replyBody, replySubject } from '../../src/mail/draft.ts';
import { recipientsOf } from '../../src/mail/recipients.ts';

it.each([
  ['a', 'Re: a'],
  ['Re: a', 'Re: a'],
  ['RE: re: a', 'Re: a'],
  ['Re[2]: a', 'Re: a'],
  ['AW: Re: a', 'Re: a'],
  ['[PATCH] Re: a', 'Re: [PATCH] Re: a'],
  ['R: RES: Odp: Antwort: a', 'Re: a'],
  ['Re(2): Re^2: a', 'Re: a'],
  ['答复: 回复：a', 'Re: a'],
  ['Fwd: a', 'Re: Fwd: a'],
  ['Re: WG: TR: a', 'Re: WG: TR: a'],
  ['Rework', 'Re: Rework'],
  ['', 'Re:'],
])('the subject %j is answered as %j', (subject, answered) => {
  expect(replySubject(subject)).toBe(answered);
});

it('says who wrote when, as far as is known', () => {
  const from = [{ name: 'A B', address: 'a@b' }];
  expect(attributionOf({ from, date: 'Wed, 14 Apr 2021 20:45:51 +0200' }, 'letters')).toBe(
    'On Wed, 14 Apr 2021 20:45:51 +0200, A B wrote:',
  );
  expect(attributionOf({ from: [{ name: '', address: 'a@b' }], date: undefined }, 'letters')).toBe(
    'a@b wrote:',
  );
  const named = { from: [{ name: '路文', address: 'a@b' }], date: undefined };
  expect(attributionOf(named, 'letters')).toBe('路文 wrote:');
  expect(attributionOf(named, 'ascii')).toBe('a@b wrote:');
});

describe('the body of a reply', () => {
  const nobody = {
    from: [],
    replyTo: [],
    to: [],
    cc: [],
    followUpTo: [],
    lists: [],
    notes: [],
    references: [],
    isAnnouncement: false,
  };
  const original = {
    message: { ...nobody, from: [{ name: 'A', address: 'a@b' }], date: 'Friday', subject: '', text: '' },
    lines: ['> old', '', 'Asked?', '', 'Bye.'],
    recipients: { to: [], cc: [], leftOut: [], own: [] },
  };
  const body = (answer: string, { isBrief = false, isAsked = true } = {}) => {
    const sentence = isAsked ? { start: 2, end: 3 } : undefined;
    const wishes = {
      to: [],
      cc: [],
      subject: undefined,
      references: [],
      width: 72,
      characters: 'letters',
    } as const;
    return replyBody(original, sentence, { ...wishes, answer, isBrief });
  };

  it('has the answer below the paragraph that asks', () => {
    expect(body('Answer.\n')).toBe('On Friday, A wrote:\n> > old\n>\n> Asked?\n\nAnswer.\n\n> Bye.\n');
  });

  it('parts the words of the policy from those of the message where no footnotes do', () => {
    expect(body('The policy says:\n\n> Answer.\n')).toMatch(
      /\n\n> Answer\.\n\nThe message goes on:\n> Bye\.\n$/,
    );
  });

  it('has it below all where no paragraph asks', () => {
    const whole = 'On Friday, A wrote:\n> > old\n>\n> Asked?\n>\n> Bye.\n\nAnswer.\n';
    expect(body('Answer.\n', { isAsked: false })).toBe(whole);
    expect(body('Answer.\n', { isAsked: false, isBrief: true })).toBe(whole);
  });

  it('is brief with only the paragraph that asks', () => {
    expect(body('Answer.\n', { isBrief: true })).toBe(
      'On Friday, A wrote:\n> [...]\n>\n> Asked?\n>\n> [...]\n\nAnswer.\n',
    );
  });
});

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

describe('draftNotices', () => {
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
});
