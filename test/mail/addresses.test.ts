import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import {
  headerValue,
  mailboxesFrom,
  mailboxesIn,
  withoutRepeats,
  writtenName,
} from '../../src/mail/addresses.ts';

const box = (name: string, address: string) => ({ name, address });

describe('addresses that a person gives', () => {
  it.each([
    ['a@b.org', [box('', 'a@b.org')]],
    ['<a@b.org>', [box('', 'a@b.org')]],
    ['A B <a@b.org>', [box('A B', 'a@b.org')]],
    ['"B, A" <a@b.org>', [box('B, A', 'a@b.org')]],
    ['H. P. Anvin <a@b.org>', [box('H. P. Anvin', 'a@b.org')]],
    ['B, A <a@b.org>', [box('B, A', 'a@b.org')]],
    ['A <a@b.org', [box('A', 'a@b.org')]],
    ['a@b.org, C <c@d.org>', [box('', 'a@b.org'), box('C', 'c@d.org')]],
  ])('may be %s', (typed, mailboxes) => {
    expect(mailboxesFrom('--to', typed)).toEqual(mailboxes);
  });

  it.each([
    ['', 'is no mail address'],
    ['hello', 'is no mail address'],
    ['a@', 'is no mail address'],
    ['a@b.org, hello', 'is no mail address'],
    ['a@b.org c@d.org', 'is no mail address'],
    ['a@b.org\nBcc: c@d.org', 'control character'],
    ['a@b.org\r', 'control character'],
    ['a\0@b.org', 'control character'],
    ['jürgen@b.org', 'is no mail address'],
    ['-oQ/tmp@b.org', 'is no mail address'],
  ])('are not %j', (typed, why) => {
    expect(() => mailboxesFrom('--to', typed)).toThrow(why);
    expect(() => mailboxesFrom('--to', typed)).toThrow(InputError);
  });

  it('may have any name and any domain', () => {
    expect(mailboxesFrom('--cc', 'Björn 中 <a@b.org>')).toEqual([box('Björn 中', 'a@b.org')]);
    expect(mailboxesFrom('--to', 'a@bücher.example')).toEqual([box('', 'a@xn--bcher-kva.example')]);
  });
});

it.each(['a\rb', 'a\nb', 'a\0b', 'a\tb', 'a\x1bb', 'a\u2028b'])('a header never holds %j', (typed) => {
  expect(() => headerValue('--subject', typed)).toThrow('control character');
});

it.each([
  ['a@b.org'],
  ["o'brien@b.org"],
  ['a/b|c-d@b.org'],
  ['a.b+c=d@[127.0.0.1]'],
  ['"j.doe"@b.org', 'j.doe@b.org'],
  ['k@b.org.', 'k@b.org'],
  ['@relay.example,@other.example:k@b.org', 'k@b.org'],
  ['k . l @ b . org', 'k.l@b.org'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
])('mail is sent to %j', (address, written = address) => {
  expect(mailboxesIn(`A B <${address}>`)).toEqual([box('A B', written)]);
});

it.each([
  ['jo . doe@y.z', [box('', 'jo.doe@y.z')]],
  ['jo. doe @ y . z', [box('', 'jo.doe@y.z')]],
  ['Team: a@b.org,jo .doe@y.z (Jo);', [box('', 'a@b.org'), box('Jo', 'jo.doe@y.z')]],
  ['jo . . doe@y.z', [box('<jo..doe@y.z>', '')]],
  ['jö . doe@y.z', [box('<jö.doe@y.z>', '')]],
  ['Jo jo . doe@y.z', [box('Jo', 'jo.doe@y.z')]],
  ['John D. j@x.org', [box('John D.', 'j@x.org')]],
  ['John D. <j@x.org>', [box('John D.', 'j@x.org')]],
  ['John @ Work . <j@x.org>', [box('John @ Work .', 'j@x.org')]],
  ['"a, b . c@d, e" <j@x.org>', [box('a, b . c@d, e', 'j@x.org')]],
])('blanks round dots without angles are no end of a name: %j', (header, people) => {
  expect(mailboxesIn(header)).toEqual(people);
});

it.each(['a . ', 'a .', 'a', 'a@[', '"\\"', '(a', 'a a .'])(
  '100,000 characters of %j come to an end',
  (part) => {
    expect(mailboxesIn(part.repeat(100_000 / part.length)).every(({ address }) => address === '')).toBe(true);
  },
);

it.each([
  [
    'no address',
    ['bad', '', '@', 'a@[b', 'bad@', 'bad..@b.org', 'a@b@c.org', '(a@b.org)', '=?utf-8?q?a@b.org?='],
  ],
  ['a local part that is not ASCII', ['é@b.org']],
  [
    'what sendmail takes for an option, a pipe or a file',
    ['-oQ@b.org', '|sh@b.org', '/dev/null@b.org', '"|sh"@b.org'],
  ],
  ['quotes, which git send-email and msmtp garble', ['"j doe"@b.org', '"a\x1bb"@b.org']],
])('no mail is sent to %s', (_, addresses) => {
  expect(
    addresses
      .flatMap((text) => mailboxesIn(text))
      .map(({ address }) => address)
      .join(''),
  ).toBe('');
});

it.each([
  ['a comma in an encoded word', '=?utf-8?q?B,_A?= <a@b.org>', [box('=?utf-8?q?B=2c_A?=', 'a@b.org')]],
  ['comments in comments', 'a@b.org (the (old) list)', [box('the (old) list', 'a@b.org')]],
  ['a group', 'Team: a@b.org, C <c@d.org>;, undisclosed:;', [box('', 'a@b.org'), box('C', 'c@d.org')]],
  ['no angles', 'B a@b.org', [box('B', 'a@b.org')]],
])('people are read from a header with %s', (_, header, people) => {
  expect(mailboxesIn(header)).toEqual(people);
});

describe("another person's name", () => {
  it.each([
    ['Miguel Ojeda', 'Miguel Ojeda'],
    ['Björn Roy Baron', 'Bjorn Roy Baron'],
    ['王小明', ''],
  ])('%j is written %j in ASCII', (name, ascii) => {
    expect(writtenName(name, 'ascii')).toBe(ascii);
  });

  it('keeps its letters where nobody asks for ASCII', () => {
    expect(writtenName('王小明', 'letters')).toBe('王小明');
  });
});

it('names everybody once, whatever the case', () => {
  expect(withoutRepeats([box('A', 'a@b'), box('', 'A@B'), box('', 'c@d')], [box('', 'C@D')])).toEqual([
    box('A', 'a@b'),
  ]);
});
