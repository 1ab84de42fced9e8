import wordForms from './word-forms.json' with { type: 'json' };
import { isContentStem, type Language, stemOf, wordsOf } from './words.ts';

/**
 * One of these stands behind a clause, and a conjunction starts with one of those: looked for first, as to make the patterns
 * takes longer than to read a question.
 */
const CLAUSE_ENDS = [',', ':', ';', '.', '!', '?', '…', '-', '–', '—'];
const CONJUNCTIONS = ['ok', 'and', 'but', 'so', 'or', 'then'];

/** A clause at the start of a text, and what parts it from the next. */
const CLAUSE = /^\s*([\w'’ ()-]{1,70}?)\s*(?:[,:;.!?…]+\s+|\s+(?:-{1,3}|[–—])\s+|[–—])/;

const CONJUNCTION = /^\s*(?:(?:ok|okay|and|but|so|or|then)\s+)+(?!far\b|much\b|many\b|long\b)(?=\S)/i;

/** A clause that starts like this asks something, or thanks for a patch, however little its words say. */
const SPEAKS =
  /^(?:who|what|when|where|which|why|how|whom|whose|thanks?|can|could|do|does|did|may|might|must|should|will|would|shall|is|are|was|were|has|have|had)\b/i;

/** Somebody who is greeted, by name. */
const GREETING = /^(?:hi|hello|hey|dear)(?:\W+\w+){0,2}$/i;

/** Openings that are taken off one text; nobody writes more. */
const MOST_OPENINGS = 4;

/** A text without the openings that leave open what is asked: "To be clear, …", "Fair enough, but …". */
export function withoutOpenings(text: string): string {
  const rest = CLAUSE_ENDS.some((sign) => text.includes(sign)) ? withoutClauses(text) : text;
  const start = rest.trimStart().toLowerCase();
  return CONJUNCTIONS.some((word) => start.startsWith(word)) ? rest.replace(CONJUNCTION, '') : rest;
}

function withoutClauses(text: string): string {
  let rest = text;
  for (let count = 0; count < MOST_OPENINGS; count += 1) {
    const opening = CLAUSE.exec(rest);
    if (opening === null || !saysNothing(opening[1] ?? '')) break;
    rest = rest.slice(opening[0].length);
  }
  const isLeft = rest === text || wordsOf(rest).some((word) => isContentStem(stemOf(word)));
  return isLeft ? rest : text;
}

/** Whether a clause holds but stop words, and words that say how something is meant and nothing of what is asked. */
function saysNothing(clause: string): boolean {
  if (SPEAKS.test(clause)) return false;
  if (GREETING.test(clause)) return true;
  const discourse = ` ${wordForms.discourse.join(' ')} `;
  return wordsOf(clause).every((word) => discourse.includes(` ${word} `) || !isContentStem(stemOf(word)));
}

/** English as the bundled policy is read. */
export const POLICY_ENGLISH: Language = {
  wordTerms: (text) => wordsOf(withoutOpenings(text)),
  stemOf,
  isContentStem,
  piecesOf: (text) => [text],
  synonyms: '',
};
