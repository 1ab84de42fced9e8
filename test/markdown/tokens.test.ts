import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escaped } from '../../src/markdown/escaped.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { outline } from '../../src/policy/outline.ts';

it.each([
  ['Who fixes snake_case & "quotes"?', 'Who fixes snake_case & "quotes"?'],
  ['Using Vec<T>', 'Using Vec\\<T>'],
  ['What does __init__ do?', 'What does \\_\\_init\\_\\_ do?'],
  ['a &amp; b', 'a \\&amp; b'],
  ['C#', 'C#'],
  ['The sign ##', 'The sign \\##'],
])('%s is %s', (text, markdown) => {
  expect(escaped(text)).toBe(markdown);
});

it('reads as the text, in a heading too', () => {
  const words = fc.array(fc.constantFrom(...[...'\\`*_[]()<>~&#!|:;/.@-'], 'a', 'b1', 'amp;', ' ', 'é'), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('').replace(/\s+/g, ' ').trim();
      fc.pre(text !== '');
      expect(plainText(escaped(text))).toBe(text);
      expect(plainText(outline(`## ${escaped(text)}\n`).parts.at(-1)?.heading ?? '')).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
