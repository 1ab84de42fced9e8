import { InputError } from '../errors.ts';
import { withoutInvisible } from '../markdown/invisible.ts';
import { remembered } from './lookup.ts';
import { POLICY_ENGLISH } from './policy-english.ts';
import type { SearchIndex } from './search-index.ts';
import { CAUTION, type Corrector, knownWords, newCorrector } from './spelling.ts';
import { type QuestionWord, stemNumber, type WordTerms } from './words.ts';

const QUESTION = Object.freeze({
  /** UTF-16 units: far beyond any question, and still ranked at once. */
  longest: 100_000,
  /** How many different words are corrected, each in up to a millisecond; further ones are read as written. */
  mostCorrected: 50,
  /** Of two words that are written as one: shorter ones by chance are found in most folders, `in to`. */
  shortestJoined: 6,
});

/** Bytes to read of a question, enough to tell that it is too long: a UTF-16 unit takes at most three in UTF-8. */
export const MOST_BYTES = 3 * QUESTION.longest;

/**
 * A question as it is looked up and echoed: in one line, without characters that show nothing or command a terminal,
 * and well-formed Unicode, so that it can stand in any output.
 *
 * @throws InputError when it is longer than any question.
 */
export function askedText(typed: string): string {
  if (typed.length > QUESTION.longest) {
    throw new InputError('the question is over 100,000 characters; ask in a sentence or two');
  }
  return withoutInvisible(typed).toWellFormed().replace(/\s+/g, ' ').trim();
}

/** Reads a question's words in order, misspelt ones as what they probably mean. */
export function readQuestion(index: SearchIndex, question: string): QuestionWord[] {
  let corrected = 0;
  const readWord = remembered((written: string) => {
    const word = asWord(index, written, written);
    // A stop word that the index lacks is not misspelt.
    if (word.number !== undefined || !word.isContent || corrected === QUESTION.mostCorrected) return [word];
    corrected += 1;
    const meant = correctorFor(index)(written).map((read) => asWord(index, written, read));
    // Of a word that a folder has as two both are asked for, whatever they say alone.
    const areHalves = meant.length > 1 && index.tables.kind === 'fields';
    return areHalves ? meant.map((half) => ({ ...half, isContent: true })) : meant;
  });
  return questionTerms(index, question).flatMap((word) => {
    if (typeof word === 'string') return readWord(word);
    const known = (written: string) => asWord(index, written, written);
    const readOther = word.parts.length > 1 ? readWord : (other: string) => [known(other)];
    const others = word.others.flatMap(readOther).filter(({ number }) => number !== undefined);
    const parts = word.parts.flatMap((part) => (others.length === 0 ? readWord(part) : known(part)));
    return [...parts.filter(({ number }) => others.length === 0 || number !== undefined), ...others];
  });
}

/** The question's words; of two that a folder writes as one (`roll back`), that one may be meant too. */
function questionTerms(index: SearchIndex, question: string): (string | WordTerms)[] {
  const terms = [...index.language.wordTerms(question)];
  if (index.language === POLICY_ENGLISH) return terms;
  return terms.map((word, at) => {
    const next = terms[at + 1];
    const isJoined =
      typeof word === 'string' &&
      typeof next === 'string' &&
      word.length + next.length >= QUESTION.shortestJoined;
    return isJoined ? { parts: [word], others: [word + next] } : word;
  });
}

/** The corrector of an index. It is made when it is first needed, as most questions are spelt right. */
const correctorFor = remembered<SearchIndex, Corrector>(
  ({ tables, spellings }) =>
    tables.kind === 'fields' ? tables.corrector() : newCorrector(knownWords(spellings), CAUTION.bold),
  new WeakMap(),
);

function asWord(index: SearchIndex, written: string, read: string): QuestionWord {
  const { stemOf, isContentStem } = index.language;
  const stem = stemOf(read);
  return { written, read, stem, number: stemNumber(index.stems, stem), isContent: isContentStem(stem) };
}
