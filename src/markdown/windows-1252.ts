/** What windows-1252 has in place of the C1 controls 0x80 to 0x9F. */
const IN_PLACE_OF_CONTROLS =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Decodes bytes as windows-1252 (WHATWG's Encoding). Not by Node's decoder, which takes it for Latin-1 from 20.19 on. */
export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => IN_PLACE_OF_CONTROLS.charAt(control.charCodeAt(0) - 0x80));
}
