import { toAscii } from './ascii.ts';
import { withoutControls } from './controls.ts';

/** The characters a mail is written in: ASCII is what every mail program takes. */
export type Characters = 'ascii' | 'utf8';

/** Text in the characters of a mail, and without control characters. */
export function written(text: string, characters: Characters): string {
  return characters === 'ascii' ? toAscii(text) : withoutControls(text);
}
