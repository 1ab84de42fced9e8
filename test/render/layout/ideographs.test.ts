import { describe, expect, it } from 'vitest';
import { mayBreak, pieces } from '../../../src/render/layout/ideographs.ts';

describe('a line', () => {
  it.each([
    ['中', '文', true],
    ['中', 'a', true],
    ['a', '中', true],
    ['a', 'b', false],
    ['中', '。', false],
    ['中', ')', false],
    ['中', '!', false],
    ['(', '中', false],
    ['（', '中', false],
    ['。', '中', true],
    ['', '中', true],
    ['中', '', true],
    ['', '', false],
    ['ไ', 'ท', true],
    ['ไ', 'a', false],
    ['a', 'ท', false],
    ['한', '국', false],
  ])('between %j and %j may end: %s', (before, after, may) => {
    expect(mayBreak(before, after)).toBe(may);
  });

  it('may end by the characters that meet, whatever stands before and behind', () => {
    expect(mayBreak('中a', 'b中')).toBe(false);
    expect(mayBreak('a中', '文b')).toBe(true);
    expect(mayBreak('中', 'a。')).toBe(true);
    expect(mayBreak('（中', '文')).toBe(true);
  });
});

describe('a text without blanks', () => {
  it.each([
    ['word', ['word']],
    ['中文', ['中', '文']],
    ['中a文bc', ['中', 'a', '文', 'b', 'c']],
    ['中文。', ['中', '文', '。']],
    ['中https://a.example/中', ['中', 'https://a.example/', '中']],
    ['https://a.example/(b)', ['https://a.example/(b)']],
    ['中HTTPS://A.EXAMPLE', ['中', 'HTTPS://A.EXAMPLE']],
    ['𠀀𠀁', ['𠀀', '𠀁']],
    ['한국어', ['한국어']],
    ['👍👍', ['👍👍']],
    ['ภาษาไทย', ['ภาษา', 'ไทย']],
  ])('%j might be broken between %j', (text, parts) => {
    expect(pieces(text)).toEqual(parts);
  });
});
