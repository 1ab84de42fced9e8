import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { askedText, MOST_BYTES } from '../../src/search/asked-text.ts';

describe('a question as it is echoed', () => {
  it.each([
    ['  who\n\n pays\t? ', 'who pays ?'],
    ['who\u001b[2J \u202epays', 'who[2J pays'],
    ['half \ud800 a pair', 'half \uFFFD a pair'],
    ['\u{1F600}', '\u{1F600}'],
    ['', ''],
  ])('%j is %j', (typed, asked) => {
    expect(askedText(typed)).toBe(asked);
  });

  it('has up to 100,000 characters', () => {
    expect(askedText('x'.repeat(100_000))).toHaveLength(100_000);
    expect(() => askedText('x'.repeat(100_001))).toThrow(InputError);
    expect(() => askedText('x'.repeat(100_001))).toThrow('rustpolicy mail --reply FILE');
  });

  it('is told to be too long by so many bytes, whatever it is written in', () => {
    expect(Buffer.byteLength('\uFFFD'.repeat(100_000))).toBeLessThanOrEqual(MOST_BYTES);
    expect(MOST_BYTES).toBeGreaterThan(100_000);
  });
});
