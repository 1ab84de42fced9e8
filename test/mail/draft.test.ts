import { describe, expect, it } from 'vitest';
import { attributionOf, replyBody, replySubject, trimmed } from '../../src/mail/draft.ts';

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
  const reply = {
    attribution: 'On Friday, A wrote:',
    lines: ['> old', '', 'Asked?', '', 'Bye.'],
    question: { start: 2, end: 3 },
    answer: 'Answer.\n',
  };

  it('has the answer below the paragraph that asks', () => {
    expect(replyBody(reply, 72)).toBe('On Friday, A wrote:\n> > old\n>\n> Asked?\n\nAnswer.\n\n> Bye.\n');
  });

  it('parts the words of the policy from those of the message where no footnotes do', () => {
    expect(replyBody({ ...reply, answer: 'The policy says:\n\n> Answer.\n' }, 72)).toMatch(
      /\n\n> Answer\.\n\nThe message goes on:\n> Bye\.\n$/,
    );
  });

  it('has it below all where no paragraph asks', () => {
    expect(replyBody({ ...reply, question: undefined }, 72)).toBe(
      'On Friday, A wrote:\n> > old\n>\n> Asked?\n>\n> Bye.\n\nAnswer.\n',
    );
  });

  it('trimmed, has only the paragraph that asks', () => {
    expect(replyBody(trimmed(reply), 72)).toBe(
      'On Friday, A wrote:\n> [...]\n>\n> Asked?\n>\n> [...]\n\nAnswer.\n',
    );
    const whole = { ...reply, question: undefined };
    expect(trimmed(whole)).toEqual(whole);
  });
});
