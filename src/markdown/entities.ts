import { decodeHTMLStrict } from 'entities';

/** Text with its HTML entities decoded, as CommonMark 6.2 reads them. */
export function decodeText(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}
