import { describe, expect, it } from 'vitest';
import { lineOf, textField, textsField } from '../../src/policy/fields.ts';
import { parseFrontMatter } from '../../src/policy/front-matter.ts';

const matter = (yaml: string) => parseFrontMatter(`---\n${yaml}\n---\n`);

describe('a field of one text', () => {
  it.each([
    ['as it is', 'key: a text', 'a text'],
    ['without blanks around it', 'key: "  a  "', 'a'],
    ['without what shows nothing', 'key: "a\\u200bb"', 'ab'],
    ['not where it is blank', 'key: "  "', undefined],
    ['not where it is a list', 'key: [a]', undefined],
    ['not where there is none', 'other: a', undefined],
  ])('is given %s', (_, yaml, text) => {
    expect(textField(matter(yaml), 'key')).toBe(text);
  });
});

describe('a field of texts', () => {
  it.each([
    ['a list', 'key: [a, b]', ['a', 'b']],
    ['one text', 'key: a', ['a']],
    ['a list with blanks in it', 'key: [a, " ", ""]', ['a']],
    ['an empty list', 'key: []', []],
    ['nothing', 'other: a', []],
  ])('may be %s', (_, yaml, texts) => {
    expect(textsField(matter(yaml), 'key')?.map(({ text }) => text)).toEqual(texts);
  });

  it.each(['key: {a: b}', 'key: [a, {b: c}]', 'key: [[a]]'])('is none with anything else: %s', (yaml) => {
    expect(textsField(matter(yaml), 'key')).toBeUndefined();
  });

  it('knows the line of each text in the file', () => {
    expect(textsField(matter('title: A\nkey:\n- one\n- two'), 'key')).toEqual([
      { text: 'one', line: 4 },
      { text: 'two', line: 5 },
    ]);
  });
});

it('takes the first line for that of a text that is folded', () => {
  const folded = matter('key: >\n  one\n  two');
  expect(lineOf(folded, 'one two')).toBe(1);
  expect(lineOf(folded, 'key')).toBe(2);
});
