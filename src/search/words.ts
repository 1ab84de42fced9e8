import { stemmer } from 'stemmer';

/** Words that tell nothing of what is asked. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all am an and any are as at be been being but by can could did do does doing for from get getting
  give go got had has have having he hello help her here hi him his how i if in into is it its just know let like
  look make many me might more much must my no not now of off on one only or other our out over own please put really
  say says see shall she should so some still such tell than thank thanks that the their them then there these they
  thing things this those through to too up us very want was way we were what when where which while who whom whose
  why will with would yes you your`.split(/\s+/),
);

/** A word of a question or a text: as it was written, and the stem that it is found by. */
export interface Word {
  readonly written: string;
  readonly stem: string;
}

/** The words of a text in order, stop words left out. */
export function contentWords(text: string): Word[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => ({ written: word, stem: stemmer(word) }));
}

function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2019]/g, '');
  return plain.match(/[\p{L}\p{N}_+#]+/gu) ?? [];
}
