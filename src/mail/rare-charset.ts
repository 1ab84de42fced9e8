import iconv from 'iconv-lite';

/** Text in one of the charsets that Node has no decoder for; undefined where there is none here either. */
export function decodeRare(bytes: Uint8Array, label: string): string | undefined {
  return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : undefined;
}
