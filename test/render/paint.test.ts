import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { painterOf } from '../../src/render/paint.ts';

const painter = painterOf(new Chalk({ level: 1 }));
const readable = (text: string) => text.replaceAll('\u001b', '\\e');
const painted = (text: string, marks = {}) => readable(painter.run({ text, marks }));

describe('a run on a terminal', () => {
  it.each([
    ['plain', {}, 'a'],
    ['strong', { strong: true }, '\\e[1ma\\e[22m'],
    ['emphatic', { em: true }, '\\e[3ma\\e[23m'],
    ['struck out', { del: true }, '\\e[9ma\\e[29m'],
    ['code', { code: true }, '\\e[35ma\\e[39m'],
    ['strong code', { code: true, strong: true }, '\\e[1m\\e[35ma\\e[39m\\e[22m'],
    ['a link', { href: 'https://x.example/' }, '\\e]8;;https://x.example/\\e\\\\e[4ma\\e[24m\\e]8;;\\e\\'],
  ])('is set as %s', (_, marks, text) => {
    expect(painted('a', marks)).toBe(text);
  });

  it('is as it is where it is painted already', () => {
    expect(painted('\u001b[1ma', { painted: true, strong: true })).toBe('\\e[1ma');
  });

  it('is bold where the question holds its word, once', () => {
    const run = { text: 'a', marks: {}, isMatch: true };
    expect(readable(painter.run(run))).toBe('\\e[1ma\\e[22m');
    expect(readable(painter.run({ ...run, marks: { strong: true } }))).toBe('\\e[1ma\\e[22m');
    expect(readable(painter.run({ ...run, isMatch: false }))).toBe('a');
  });

  it.each([':smile:', 'a: b', '&amp;', '*a*', '# a'])('keeps %j as it is, in text and in code', (text) => {
    expect(painted(text)).toBe(text);
    expect(painted(text, { code: true })).toBe(`\\e[35m${text}\\e[39m`);
  });
});

it('sets a heading in bold, without a mark', () => {
  expect(readable(painter.heading('Who: pays?'))).toBe('\\e[1mWho: pays?\\e[22m');
});
