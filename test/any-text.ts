import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/** Any character of Unicode; fast-check's own takes a second to be made. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  fc
    .integer({ min: 0, max: 0x10ffff - SURROGATES.count })
    .map((number) => String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count)),
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
);

/** Text of any characters, as nobody would type it. */
export function anyText(constraints: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: anyCharacter });
}
