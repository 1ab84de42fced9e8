import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import {
  headerValue,
  isAddress,
  mailboxesFrom,
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
    ['a@b.org, C <c@d.org>', [box('', 'a@b.org'), box('C', 'c@d.org')]],
  ])('may be %s', (typed, mailboxes) => {
    expect(mailboxesFrom('--to', typed, 'ascii')).toEqual(mailboxes);
  });

  it.each([
    ['', 'is no mail address'],
    ['hello', 'is no mail address'],
    ['a@', 'is no mail address'],
    ['A <a@b.org', 'is no mail address'],
    ['a@b.org c@d.org', 'is no mail address'],
    ['a@b.org\nBcc: c@d.org', 'control character'],
    ['a@b.org\r', 'control character'],
    ['a\0@b.org', 'control character'],
    ['Björn <a@b.org>', 'add --utf8'],
  ])('are not %j', (typed, why) => {
    expect(() => mailboxesFrom('--to', typed, 'ascii')).toThrow(why);
    expect(() => mailboxesFrom('--to', typed, 'ascii')).toThrow(InputError);
  });

  it('may have any name with --utf8, but no address beyond ASCII', () => {
    expect(mailboxesFrom('--cc', 'Björn 中 <a@b.org>', 'utf8')).toEqual([box('Björn 中', 'a@b.org')]);
    expect(() => mailboxesFrom('--cc', 'jürgen@b.org', 'utf8')).toThrow('is no mail address');
  });
});

it.each(['a\rb', 'a\nb', 'a\0b', 'a\tb', 'a\x1bb', 'a\u2028b'])('a header never holds %j', (typed) => {
  expect(() => headerValue('--subject', typed, 'utf8')).toThrow('control character');
});

it.each([
  ['a@b.org', true],
  ['a.b+c=d@[127.0.0.1]', true],
  ['bad', false],
  ['', false],
  ['a@b\nBcc: c@d', false],
  ['a@b>, <c@d', false],
  ['é@b.org', false],
])('mail can be sent to %j: %s', (address, isOne) => {
  expect(isAddress(address)).toBe(isOne);
});

describe("another person's name", () => {
  it.each([
    ['Miguel Ojeda', 'Miguel Ojeda'],
    ['Björn Roy Baron', 'Bjorn Roy Baron'],
    ['  Jiří\n Slabý ', 'Jiri Slaby'],
    ['王小明', ''],
  ])('%j is written %j in ASCII', (name, ascii) => {
    expect(writtenName(name, 'ascii')).toBe(ascii);
  });

  it('keeps its letters in UTF-8', () => {
    expect(writtenName('王小明', 'utf8')).toBe('王小明');
  });
});

it('names everybody once, whatever the case', () => {
  expect(withoutRepeats([box('A', 'a@b'), box('', 'A@B'), box('', 'c@d')], [box('', 'C@D')])).toEqual([
    box('A', 'a@b'),
  ]);
});
