import { describe, expect, it } from 'vitest';
import {
  anchorNamer,
  anchorOf,
  fileName,
  headingName,
  headingOf,
  topicNamer,
} from '../../src/policy/names.ts';

describe('a heading', () => {
  it.each([
    ['A {#id}', 'A', 'id'],
    ['A  { #id .class }  ', 'A', 'id'],
    ['A {#id key=value}', 'A', 'id'],
    ['A {.class}', 'A', undefined],
    ['A {.class #id}', 'A', 'id'],
    ['A {.x#y}', 'A', undefined],
    ['A {.a.b #c#d #e}', 'A', 'c#d'],
    ['{#id}', '', 'id'],
    ['A {#MyId}', 'A', 'MyId'],
    ['A {#C++}', 'A', 'C++'],
    ['A {#???}', 'A', '???'],
    ['A {b} {#id}', 'A {b}', 'id'],
    ['A {#id} B', 'A {#id} B', undefined],
    ['A {id}', 'A {id}', undefined],
    ['A {key=value}', 'A {key=value}', undefined],
    ['A {#id b}', 'A {#id b}', undefined],
    ['A {# .}', 'A {# .}', undefined],
    ['A {#a}b}', 'A {#a}b}', undefined],
    ['A {#a\n.b}', 'A {#a .b}', undefined],
    ['A {}', 'A {}', undefined],
    ['A #id}', 'A #id}', undefined],
    ['A {/* id */} ', 'A', 'id'],
    ['A {/* two words */}', 'A {/* two words */}', undefined],
    ['A', 'A', undefined],
  ])('written %j is %j with the id %s', (heading, text, id) => {
    expect(headingOf(heading)).toMatchObject({ text, id });
  });

  it.each(['a {', ' ', 'a {.a .a', '{#'])(
    'of %j and a hundred thousand attributes is read at once',
    (start) => {
      const heading = start + '.a'.repeat(100_000);
      expect(headingOf(heading).text).toBe(heading.trim());
      expect(headingOf(`${heading}}`).text.length).toBeLessThanOrEqual(heading.length + 1);
    },
  );

  it.each(['\t', ' '])('with half a million of %j in it is read at once', (blank) => {
    const heading = `a${blank.repeat(500_000)}b`;
    expect(headingOf(heading)).toEqual({ text: 'a b', id: undefined, anchorText: heading });
  });
});

describe('an anchor', () => {
  it.each([
    ['Who maintains Rust code in the kernel?', 'who-maintains-rust-code-in-the-kernel'],
    ['snake_case and kebab-case', 'snake_case-and-kebab-case'],
    ['two  spaces', 'two--spaces'],
    [' around ', 'around'],
    ['Größe', 'größe'],
  ])('"%s" has the anchor %s', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });

  it('is the id that the heading states, as it is written', () => {
    expect(anchorNamer()(headingOf('Some Heading {#MyId}'))).toBe('MyId');
  });

  it('that comes again is numbered from 1', () => {
    const anchors = ['FAQ', 'faq', 'Other', 'faq'].map((text) => headingOf(text)).map(anchorNamer());
    expect(anchors).toEqual(['faq', 'faq-1', 'other', 'faq-2']);
  });
});

describe('a topic name', () => {
  it.each([
    ['04-broken-builds.md', 'broken-builds'],
    ['docs/Release Train.markdown', 'release-train'],
    ['2025 plans.md', 'plans'],
    ['2025.md', '2025'],
    ['01-leave/README.md', 'leave'],
    ['leave/index.md', 'leave'],
    ['README.md', 'readme'],
    ['-draft-.md', 'draft-'],
    ['???.md', ''],
    ['version 2-3 notes.md', 'version-2-3-notes'],
    ['01 - start.md', 'start'],
    ['a.md.md', 'amd'],
  ])('the file %s is "%s"', (path, name) => {
    expect(fileName(path)).toBe(name);
  });

  it.each([
    ['How do I get a library card?', 'get-library-card'],
    ['May I?', 'may-i'],
    ['Deploy freeze', 'deploy-freeze'],
    ['Two-factor authentication', 'two-factor-authentication'],
    ['What happens if I do not pay the invoice in time for the second year?', 'happens-not-pay-invoice-time'],
    ['Größe & Farbe', 'größe-farbe'],
    ['X'.repeat(50), 'x'.repeat(32)],
    ['\u{20000}'.repeat(50), '\u{20000}'.repeat(32)],
    ['???', ''],
    ['abcdefghijklmno pqrstuvwxyzabcde fgh', 'abcdefghijklmno-pqrstuvwxyzabcde'],
    ['abcdefghijklmno pqrstuvwxyzabcdef', 'abcdefghijklmno'],
  ])('the heading "%s" is "%s"', (heading, name) => {
    expect(headingName(heading)).toBe(name);
  });

  it('is given once, told apart by file, then by number', () => {
    const named = topicNamer();
    const given = [
      named('start', 'a'),
      named('start', 'b'),
      named('start', 'b'),
      named('start', 'a'),
      named('start', ''),
    ];
    expect(given).toEqual(['start', 'b-start', 'b-start-1', 'start-1', 'start-2']);
  });

  it('is never a number, which is how topics are typed', () => {
    const named = topicNamer();
    expect([named('7', ''), named('', '')]).toEqual(['section-7', 'section']);
  });
});
