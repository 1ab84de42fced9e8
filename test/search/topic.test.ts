import { describe, expect, it } from 'vitest';
import type { PolicyText } from '../../src/policy/policy.ts';
import { topicNamed } from '../../src/search/topic.ts';

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

describe('topicNamed', () => {
  it.each([
    ['3', 'broken-builds'],
    ['03', 'broken-builds'],
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
    ['do maintainers support it', 'ambiguous: maintainer-support still'],
    ['nosuch', 'unknown: '],
    ['fix', 'unknown: broken-builds'],
    ['99', 'unknown: '],
    ['', 'unknown: '],
    ['https://example.org/other#who-fixes-builds', 'unknown: broken-builds'],
  ])('%j names %s', (typed, expected) => {
    expect(named(typed)).toBe(expected);
  });

  it('suggests the nearest name to a misspelt one', () => {
    expect(named('borken-builds')).toMatch(/^unknown: broken-builds/);
  });
});
