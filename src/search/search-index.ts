import { inOneLine } from '../markdown/tokens.ts';
import type { AskedAs, PolicyText } from '../policy/policy.ts';
import { bitSet, buildPostings, holdingCounts } from './bm25.ts';
import { fieldIndex } from './field-index.ts';
import { rankByFields } from './field-ranking.ts';
import { folderCorrector } from './folder-spelling.ts';
import { ENGLISH } from './folder-words.ts';
import { grouped } from './lookup.ts';
import { knownSpellings, numberTexts } from './numbered-words.ts';
import { POLICY_ENGLISH } from './policy-english.ts';
import { train } from './training.ts';
import { type Unit, unitsOf } from './units.ts';
import { isRemark, type Language, type QuestionWord, type Vocabulary, vocabularyOf } from './words.ts';

const INDEX = Object.freeze({
  /** A model is trained where people's questions are known this well, in phrasings a section on average. */
  leastPhrasings: 8,
  /** A word is native if so many units hold it; in fewer it may be chance, as a name in an example is. */
  leastNative: 2,
  /**
   * How often the model is shown a unit. A heading counts as much as four phrasings, as it is the policy's own. Names of
   * elsewhere topics are only looked up: shown to the model, they cost newcomers a point, as their words are the commonest.
   */
  repeats: { heading: 4, passage: 1, phrasing: 1, name: 0 },
  /**
   * Phrasings of so many words are for the model alone. Looked up, they are near to everything and take half as much room
   * again; but for those of pages elsewhere, which the model does not tell apart.
   */
  longFrom: 14,
  /** A passage that so many phrasings ask for is a class of its own to the model. */
  leastAspect: 100,
  /** Characters of a unit's text that are shown: longer ones are passages, whose start tells which. */
  shown: 100,
});

/** All that ranking needs to know of a policy, as plain data; the build stores that of the bundled policy. */
export interface SearchIndex {
  readonly stems: Vocabulary;
  /** Known words as people write them, each followed by a digit, the binary logarithm of its count; text in UTF-8. */
  readonly spellings: Uint8Array;
  readonly sectionCount: number;
  readonly tables: PhrasingTables | ReturnType<typeof folderIndex>['tables'];
  /** How texts were read. */
  readonly language: Language;
}

/** For a policy that knows how people ask: every heading, passage and phrasing is a text of its own. */
export type PhrasingTables = ReturnType<typeof phrasingIndex>['tables'];

/** The index of a policy: by phrasings where many are known, else by fields. */
export function buildIndex(policy: PolicyText, askedAs: AskedAs, language = ENGLISH): SearchIndex {
  const phrasingCount = askedAs.sections.reduce((sum, { length }) => sum + length, 0);
  const isAskedFor = phrasingCount >= INDEX.leastPhrasings * policy.sections.length;
  if (isAskedFor)
    return phrasingIndex(policy, askedAs, language.stemOf === ENGLISH.stemOf ? POLICY_ENGLISH : language);
  return folderIndex(policy, askedAs, language);
}

/** What reads and ranks by a folder's words stands with its tables, as phrasings have no use for it. */
function folderIndex(policy: PolicyText, askedAs: AskedAs, language: Language) {
  const index = fieldIndex(policy, askedAs, language);
  const rank = (asked: string, words: readonly QuestionWord[]) => rankByFields(index, asked, words);
  return { ...index, tables: { ...index.tables, rank, corrector: () => folderCorrector(index) } };
}

function phrasingIndex(policy: PolicyText, askedAs: AskedAs, language: Language) {
  const sectionCount = policy.sections.length;
  const { wordTerms, stemOf, isContentStem } = language;
  const units = unitsOf(policy, askedAs, wordTerms);
  const ownCount = units.filter(({ target }) => target < sectionCount).length;
  const numbered = numberTexts(
    units.map(({ words }) => words),
    { termsOfWord: (word) => [word], stemOf },
    // Nobody is corrected towards what the policy does not speak of.
    ownCount,
  );
  const { stems, texts } = numbered;
  const isContent = stems.map(isContentStem);
  const { classes, classOf } = classesOf(units, sectionCount);
  const targets = classes.map(({ target }) => target);
  const counts = holdingCounts(texts.slice(0, ownCount), stems.length);
  const native = bitSet(Array.from(counts, (count) => count >= INDEX.leastNative));
  const examples = units.map((unit, at) => ({
    words: Array.from(texts[at] ?? [], (number) => ({ number, isContent: isContent[number] === true })),
    classNumber: classOf(unit),
    // Remarks are shown twice: what people really write is rare among phrasings.
    repeats: INDEX.repeats[unit.kind] * (isRemark(unit.words) ? 2 : 1),
  }));
  const isLookedUp = ({ kind, target, words }: Unit) =>
    kind !== 'phrasing' ||
    words.length < INDEX.longFrom ||
    (policy.elsewhere[target - sectionCount]?.see.length ?? 0) > 0;
  const lookedUp = units.flatMap((unit, at) =>
    isLookedUp(unit) ? [{ unit, stems: texts[at] ?? new Uint32Array() }] : [],
  );
  const contentStems = lookedUp.map((each) => each.stems.filter((stem) => isContent[stem]));
  return {
    stems: vocabularyOf(stems),
    spellings: knownSpellings(numbered),
    sectionCount,
    language,
    tables: {
      kind: 'phrasings' as const,
      /** Content stems of the units. */
      units: buildPostings(contentStems, stems.length),
      /** Each unit's target: a section's index, or `sectionCount` + an elsewhere topic's index; ascending. */
      targets: Uint16Array.from(lookedUp, ({ unit }) => unit.target),
      /** Each unit's passage of its section, from 1; 0 for the section as a whole. */
      passages: Uint16Array.from(lookedUp, ({ unit }) => unit.passage),
      /** The passage that each class of the model speaks for; 0 for a section as a whole, and for no answer. */
      classPassages: classes.map(({ passage }) => passage),
      /** How often remarks ask for each section, as a multiple of the mean, and of that the root, which measures best. */
      remarked: remarkedOf(units, sectionCount),
      /** The starts of the units' texts in whole characters, a line each; for `--why` alone. */
      unitTexts: async () =>
        lookedUp.map(({ unit }) => [...inOneLine(unit.text)].slice(0, INDEX.shown).join('')),
      model: train(examples, targets, { stemCount: stems.length, native }),
    },
  };
}

function remarkedOf(units: readonly Unit[], sectionCount: number): number[] {
  const remarks = units.filter(({ target, words }) => target < sectionCount && isRemark(words));
  const mean = 1 + remarks.length / sectionCount;
  return Array.from({ length: sectionCount }, (_, at) =>
    Math.sqrt((1 + remarks.filter(({ target }) => target === at).length) / mean),
  );
}

/** The model's classes: each passage that many phrasings ask for; a section's most frequent one stands for its others too. */
function classesOf(units: readonly Unit[], sectionCount: number) {
  const classes = Array.from({ length: sectionCount }, (_, target) => {
    const phrasings = units.filter((unit) => unit.kind === 'phrasing' && unit.target === target);
    const asked = [...grouped(phrasings.map((unit) => [unit.passage, unit]))];
    const [first = [0, []], ...others] = asked.sort(([, a], [, b]) => b.length - a.length);
    const large = others.filter(([, { length }]) => length >= INDEX.leastAspect);
    return [first, ...large].map(([passage]) => ({ target, passage }));
  }).flat();
  const none = classes.push({ target: sectionCount, passage: 0 }) - 1;
  const classOf = ({ target, passage }: Unit) => {
    if (target >= sectionCount) return none;
    const own = classes.findIndex((each) => each.target === target && each.passage === passage);
    return own === -1 ? classes.findIndex((each) => each.target === target) : own;
  };
  return { classes, classOf };
}
