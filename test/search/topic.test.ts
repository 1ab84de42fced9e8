import { describe, expect, it } from 'vitest';
import type { PolicyText } from '../../src/policy/policy.ts';
import { bareWords, topicNamed } from '../../src/search/topic.ts';

const section = (number: number, name: string, heading: string) => ({
  number,
  name,
  anchor: heading.toLowerCase().replaceAll(' ', '-'),
  heading,
  body: '',
});

const policy: PolicyText = {
  page: { title: 'Rules', source: 'https://example.org/rules' },
  sections: [
    section(0, 'about', 'Rules'),
    section(1, 'maintainers', 'Who maintains code'),
    section(2, 'maintainer-support', 'Do maintainers support it'),
    section(3, 'broken-builds', 'Who fixes builds'),
    section(4, 'still', 'Do maintainers support it?'),
    section(5, 'builds', 'Nightly'),
    section(6, 'builds-of-others', 'Others'),
  ],
  elsewhere: [],
};

/** What a typed topic names, in short. */
function named(typed: string): string {
  const found = topicNamed(policy, typed);
  switch (found.kind) {
    case 'found':
      return found.section.name;
    case 'ambiguous':
      return `ambiguous: ${found.candidates.map(({ name }) => name).join(' ')}`;
    case 'unknown':
      return `unknown: ${found.nearest.map(({ name }) => name).join(' ')}`;
  }
}

it.each(['MyId', '#myid', 'https://example.org/rules#MyId', 'myi'])(
  'finds the anchor MyId, which somebody wrote so, for %s',
  (typed) => {
    const section = { number: 1, name: 'n', anchor: 'MyId', heading: 'H', body: '' };
    expect(topicNamed({ ...policy, sections: [section] }, typed)).toEqual({ kind: 'found', section });
  },
);

it.each([
  ['https://example.org/rules', 'found'],
  ['', 'unknown'],
  ['#', 'unknown'],
])('takes a section without an anchor for the page, and for nothing else: "%s" is %s', (typed, kind) => {
  const section = { number: 1, name: 'n', anchor: '', heading: 'H', body: '' };
  expect(topicNamed({ ...policy, sections: [section] }, typed)).toMatchObject({ kind });
});

it.each([
  ['Who, me?', 'who me'],
  ['  C++ (2nd) ', 'c 2nd'],
  ['\u00c9t\u00e9!', '\u00e9t\u00e9'],
  ['???', ''],
])('the words of %j are %j', (text, words) => {
  expect(bareWords(text)).toBe(words);
});

describe('a topic that a person names', () => {
  it.each([
    ['3', 'broken-builds'],
    ['03', 'broken-builds'],
    ['0003', 'broken-builds'],
    ['30', 'unknown: '],
    [' 3 ', 'broken-builds'],
    [' Broken-Builds\n', 'broken-builds'],
    ['builds', 'builds'],
    ['0', 'about'],
    ['broken-builds', 'broken-builds'],
    ['BROKEN-BUILDS', 'broken-builds'],
    ['who-fixes-builds', 'broken-builds'],
    ['#who-fixes-builds', 'broken-builds'],
    ['https://example.org/rules#who-fixes-builds', 'broken-builds'],
    ['http://example.org/rules/#who-fixes-builds', 'broken-builds'],
    ['https://example.org/rules', 'about'],
    ['brok', 'broken-builds'],
    ['who-m', 'maintainers'],
    ['maintainers', 'maintainers'],
    ['main', 'ambiguous: maintainers maintainer-support'],
    ['who', 'ambiguous: maintainers broken-builds'],
    ['Who fixes builds', 'broken-builds'],
    ['## who  FIXES builds?', 'broken-builds'],
    ['do maintainers support  it?', 'still'],
    ['(do maintainers support it)', 'ambiguous: maintainer-support still'],
    ['nosuch', 'unknown: '],
    ['#nosuch', 'unknown: '],
    ['night#ly', 'unknown: builds'],
    ['?', 'unknown: '],
    ['https:https://example.org/rules', 'unknown: '],
    ['https://example.or/g/rules', 'unknown: '],
    ['fix', 'unknown: broken-builds'],
    ['99', 'unknown: '],
    ['', 'unknown: '],
    ['https://example.org/other#who-fixes-builds', 'unknown: broken-builds'],
  ])('%j names %s', (typed, expected) => {
    expect(named(typed)).toBe(expected);
  });

  it('suggests the nearest name to a misspelt one, and the nearest heading', () => {
    expect(named('borken-builds')).toMatch(/^unknown: broken-builds/);
    expect(named('nigthly')).toBe('unknown: builds');
  });

  it('is no heading of other signs alone', () => {
    const signs = { ...policy, sections: [section(1, 'signs', '???')] };
    expect(topicNamed(signs, '???').kind).toBe('found');
    expect(topicNamed(signs, '!').kind).toBe('unknown');
  });

  it('suggests a heading by its last word, however long it is', () => {
    const long = section(1, 'n', `Rules ${'and more rules '.repeat(9)}of zoology`);
    const found = topicNamed({ ...policy, sections: [long] }, 'zoolgy');
    expect(found).toEqual({ kind: 'unknown', nearest: [long] });
  });

  it('suggests three at most', () => {
    const many = Array.from({ length: 5 }, (_, at) => section(at + 1, `sectoin-${at}`, 'X'));
    const found = topicNamed({ ...policy, sections: many }, 'section');
    expect(found).toMatchObject({ kind: 'unknown', nearest: { length: 3 } });
  });

  it('suggests nothing for what is longer than any name', () => {
    const almost = (length: number) => topicNamed(policy, 'broken-builds'.padEnd(length, 'x'));
    expect(almost(201)).toEqual({ kind: 'unknown', nearest: [] });
    const longest = section(1, `${'x'.repeat(200)}y`, 'X');
    const none = topicNamed({ ...policy, sections: [longest] }, 'z'.padEnd(201, 'x'));
    expect(none).toEqual({ kind: 'unknown', nearest: [] });
    const long = section(1, `${'x'.repeat(199)}y`, 'X');
    const found = topicNamed({ ...policy, sections: [long] }, 'x'.repeat(200));
    expect(found).toMatchObject({ kind: 'unknown', nearest: [{ name: long.name }] });
  });

  it('knows no URL of a page whose source is not known', () => {
    const unknown = { ...policy, page: { title: 'Rules' } };
    expect(topicNamed(unknown, 'https://example.org/rules').kind).toBe('unknown');
    expect(topicNamed(unknown, 'https://example.org/rules#who-fixes-builds').kind).toBe('unknown');
    expect(topicNamed(unknown, '#').kind).toBe('unknown');
  });

  it('finds nothing where there are no topics', () => {
    const none = { ...policy, sections: [] };
    expect(topicNamed(none, 'https://example.org/rules')).toEqual({ kind: 'unknown', nearest: [] });
  });
});
