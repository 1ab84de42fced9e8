import { expect, it } from 'vitest';
import { windows1252 } from '../../src/markdown/windows-1252.ts';

it('decodes the quotes, the euro and the letters that Latin-1 has as controls or has too', () => {
  expect(windows1252(Buffer.from('9343616ce9209480e2', 'hex'))).toBe('\u201cCal\u00e9 \u201d\u20ac\u00e2');
});

it('keeps the five bytes that it leaves undefined', () => {
  expect(windows1252(Uint8Array.of(0x81, 0x8d, 0x8f, 0x90, 0x9d))).toBe('\x81\x8d\x8f\x90\x9d');
});
