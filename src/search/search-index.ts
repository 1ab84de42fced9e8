import { InputError } from '../errors.ts';
import { indexText } from '../markdown/plain-text.ts';
import { readableName } from '../policy/names.ts';
import type { AskedAs, PolicyText, Section } from '../policy/policy.ts';
import {
  type BitSet,
  bitSet,
  buildPostings,
  hasNumber,
  type Numbers,
  type Postings,
  stemWeight,
} from './bm25.ts';
import { type FieldTables, rankByFields } from './field-ranking.ts';
import { termsOfWord, writtenWords } from './folder-words.ts';
import { ENGLISH } from './language.ts';
import type { LinearModel } from './linear-model.ts';
import { train } from './training.ts';
import { type Unit, unitsOf } from './units.ts';
import { isContentStem, type Language, stemOf, type Vocabulary, vocabularyOf } from './words.ts';

const INDEX = Object.freeze({
  /** Different words; V8's maps hold 16 million. A language has some hundred thousand. */
  mostWords: 10_000_000,
  /** A model is trained where people's questions are known this well, in phrasings a section on average. */
  leastPhrasings: 8,
  /** Words are corrected only to what is written at least so often: rarer words may be misspelt themselves. */
  leastSpelling: 3,
  /** A word is native if so many units hold it; in fewer it may be chance, as a name in an example is. */
  leastNative: 2,
  /**
   * How often the model is shown a unit. A heading counts as much as four phrasings, as it is the policy's own. Names of
   * elsewhere topics are only looked up: shown to the model, they cost newcomers a point, as their words are the commonest.
   */
  repeats: { heading: 4, passage: 1, phrasing: 1, name: 0 },
  /**
   * Phrasings of so many words are remarks, as people make them on lists. They are shown twice: what people really write
   * is rare among phrasings.
   */
  remarkFrom: 12,
  /**
   * Phrasings of so many words are for the model alone. Looked up, they are near to everything and take half as much room
   * again; but for those of pages elsewhere, which the model does not tell apart.
   */
  longFrom: 16,
  /** A passage that so many phrasings ask for is a class of its own to the model. */
  leastAspect: 100,
  /** Letters beside each link of a table of contents. */
  besideLinks: 3,
  /** In a folder of fewer words all are written rarely: words are corrected to any of them. */
  fewWords: 5000,
});

/** All that ranking needs to know of a policy, as plain data; the build stores that of the bundled policy. */
export interface SearchIndex {
  readonly stems: Vocabulary;
  /** Known words as people write them, each followed by a digit, the binary logarithm of its count. */
  readonly spellings: readonly string[];
  readonly sectionCount: number;
  readonly tables: PhrasingTables | FieldTables;
  /** How texts were read; absent where as the bundled policy is. */
  readonly language?: Language;
}

/** For a policy that knows how people ask: every heading, passage and phrasing is a text of its own. */
export interface PhrasingTables {
  readonly kind: 'phrasings';
  /** Content stems of the units. */
  readonly units: Postings;
  /** Each unit's target: a section's index, or `sectionCount` + an elsewhere topic's index; ascending. */
  readonly targets: Numbers;
  /** Each unit's passage of its section, from 1; 0 for the section as a whole. */
  readonly passages: Numbers;
  /** The stems that at least two of the sections' units hold; all others are foreign to the policy. */
  readonly native: BitSet;
  readonly model: LinearModel;
}

/** The index of a policy: by phrasings where many are known, else by fields. */
export function buildIndex(policy: PolicyText, askedAs: AskedAs, language = ENGLISH): SearchIndex {
  const phrasingCount = askedAs.sections.reduce((sum, { length }) => sum + length, 0);
  const isAskedFor = phrasingCount >= INDEX.leastPhrasings * policy.sections.length;
  return isAskedFor ? phrasingIndex(policy, askedAs) : fieldIndex(policy, askedAs, language);
}

function phrasingIndex(policy: PolicyText, askedAs: AskedAs): SearchIndex {
  const sectionCount = policy.sections.length;
  const units = unitsOf(policy, askedAs);
  const ownCount = units.filter(({ target }) => target < sectionCount).length;
  const numbered = numberWords(units.map(({ words }) => words));
  const { stems, textStems } = numberStems(numbered);
  const isContent = stems.map(isContentStem);
  const native = nativeStems(textStems.slice(0, ownCount), stems.length);
  const classes = classesOf(units, sectionCount);
  const examples = units.map((unit, at) => ({
    words: (textStems[at] ?? []).map((stem) => ({
      stem,
      isForeign: isContent[stem] === true && !hasNumber(native, stem),
    })),
    classNumber: classes.of(unit),
    repeats: INDEX.repeats[unit.kind] * (isRemark(unit.words) ? 2 : 1),
  }));
  const isLookedUp = ({ kind, target, words }: Unit) =>
    kind !== 'phrasing' ||
    words.length < INDEX.longFrom ||
    (policy.elsewhere[target - sectionCount]?.see.length ?? 0) > 0;
  const lookedUp = units.flatMap((unit, at) =>
    isLookedUp(unit) ? [{ unit, stems: textStems[at] ?? [] }] : [],
  );
  return {
    stems: vocabularyOf(stems),
    // Nobody is corrected towards what the policy does not speak of.
    spellings: spellingsOf({ ...numbered, texts: numbered.texts.slice(0, ownCount) }),
    sectionCount,
    tables: {
      kind: 'phrasings',
      units: buildPostings(
        lookedUp.map((each) => each.stems.filter((stem) => isContent[stem])),
        stems.length,
      ),
      targets: Uint16Array.from(lookedUp, ({ unit }) => unit.target),
      passages: Uint8Array.from(lookedUp, ({ unit }) => unit.passage),
      native,
      model: train(examples, stems.length, classes.targets),
    },
  };
}

/** The model's classes: each passage that many phrasings ask for; a section's most frequent one stands for its others too. */
function classesOf(units: readonly Unit[], sectionCount: number) {
  const counts = Array.from({ length: sectionCount }, () => new Map<number, number>());
  for (const { kind, target, passage } of units) {
    const own = counts[target];
    if (kind === 'phrasing') own?.set(passage, (own.get(passage) ?? 0) + 1);
  }
  const targets: number[] = [];
  const numbers = counts.map((own, target) => {
    const [[first = 0] = [], ...others] = [...own].sort(([, a], [, b]) => b - a);
    const large = others.filter(([, count]) => count >= INDEX.leastAspect);
    return new Map(
      [first, ...large.map(([passage]) => passage)].map((passage) => [passage, targets.push(target) - 1]),
    );
  });
  const of = ({ target, passage }: Unit) => {
    const own = numbers[target];
    if (own === undefined) return targets.length;
    const [first = 0] = own.values();
    return own.get(passage) ?? first;
  };
  return { targets: [...targets, sectionCount], of };
}

function isRemark(words: readonly string[]): boolean {
  return words.length >= INDEX.remarkFrom;
}

function nativeStems(ownStems: readonly (readonly number[])[], stemCount: number): BitSet {
  const counts = new Uint32Array(stemCount);
  for (const stems of ownStems) for (const stem of new Set(stems)) counts[stem] = (counts[stem] ?? 0) + 1;
  return bitSet(Array.from(counts, (count) => count >= INDEX.leastNative));
}

function fieldIndex({ sections, elsewhere }: PolicyText, askedAs: AskedAs, language: Language): SearchIndex {
  const none = elsewhere.map(() => '');
  const phrasings = [...askedAs.sections, ...askedAs.elsewhere].map((all) => all.map(({ text }) => text));
  const asked = [...sections.map(({ heading }) => heading), ...none].map((heading, at) => [
    ...(heading === '' ? [] : [heading]),
    ...(phrasings[at] ?? []),
  ]);
  const bodies = [...sections.map(({ body }) => indexText(body)), ...none];
  const parents = [
    ...sections.map(({ parents = [], place }) => [...parents, readableName(place?.file ?? '')].join('\n')),
    ...none,
  ];
  const texts = [...asked.map((all) => all.join('\n')), ...bodies, ...parents];
  const numbered = numberWords(texts.map(writtenWords), termsOfWord);
  const { stems, textStems } = numberStems(numbered, language.stemOf);
  const count = asked.length;
  const fields = [0, 1, 2].map((field) => textStems.slice(field * count, (field + 1) * count));
  const [headingStems = [], bodyStems = [], parentStems = []] = fields;
  const holding = holdingEither(headingStems, bodyStems, stems.length);
  return {
    stems: vocabularyOf(stems),
    spellings: spellingsOf(numbered, numbered.words.length < INDEX.fewWords ? 1 : INDEX.leastSpelling),
    sectionCount: sections.length,
    language,
    tables: {
      kind: 'fields',
      rank: rankByFields,
      headings: buildPostings(headingStems, stems.length),
      bodies: buildPostings(bodyStems, stems.length),
      parents: buildPostings(parentStems, stems.length),
      holding,
      questionShare: sections.filter(({ heading }) => /[?\uff1f\u061f]\s*$/.test(heading)).length / count,
      exact: exactTexts(asked, sections, language),
      headingNorms: Float32Array.from(headingStems, (own) =>
        Math.sqrt(
          [...new Set(own)].reduce((sum, stem) => sum + stemWeight(count, holding[stem] ?? 0) ** 2, 0),
        ),
      ),
      contents: bitSet(sections.map(isContents)),
    },
  };
}

function exactTexts(
  asked: readonly (readonly string[])[],
  sections: readonly Section[],
  { exactKey }: Language,
): ReadonlyMap<string, readonly number[]> {
  const exact = new Map<string, number[]>();
  asked.forEach((all, at) => {
    for (const text of all) {
      const key = exactKey(text);
      const texts = exact.get(key);
      if (texts !== undefined) texts.push(at);
      else if (key !== '') exact.set(key, [at]);
    }
  });
  const titled = new Map(
    sections.map(({ parents: [title = ''] = [] }, at) => [title, at] as const).reverse(),
  );
  for (const [title, at] of titled) {
    const key = exactKey(title);
    if (key !== '' && !exact.has(key)) exact.set(key, [at]);
  }
  return exact;
}

function holdingEither(
  headings: readonly (readonly number[])[],
  bodies: readonly (readonly number[])[],
  stemCount: number,
): Uint32Array {
  const holding = new Uint32Array(stemCount);
  const seenIn = new Int32Array(stemCount).fill(-1);
  headings.forEach((heading, text) => {
    for (const stems of [heading, bodies[text] ?? []]) {
      for (const stem of stems) {
        if (seenIn[stem] === text) continue;
        seenIn[stem] = text;
        holding[stem] = (holding[stem] ?? 0) + 1;
      }
    }
  });
  return holding;
}

const LINK = /!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/g;

/** Whether a section is a table of contents: several links, and hardly a word beside them. */
function isContents({ body }: Section): boolean {
  if (!body.includes('](') && !body.includes('][')) return false;
  let links = 0;
  const rest = body.replace(LINK, () => {
    links += 1;
    return '';
  });
  return links >= 2 && (rest.match(/\p{L}/gu) ?? []).length <= INDEX.besideLinks * links;
}

/** Texts as numbers of words: their indices in `words`, which holds each word once. */
interface NumberedWords {
  readonly words: readonly string[];
  readonly texts: readonly (readonly number[])[];
}

/** Numbers the words of texts, so that each is read and looked up by its letters once: indexing does little else. */
function numberWords(
  texts: readonly (readonly string[])[],
  termsOfWord = (word: string): readonly string[] => [word],
): NumberedWords {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    if (numbers.size === INDEX.mostWords) {
      throw new InputError('the folder holds over 10 million different words; name a folder below it');
    }
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const ofWords = new Map<string, readonly number[]>();
  const numbersOf = (word: string) => {
    const known = ofWords.get(word);
    if (known !== undefined) return known;
    const made = termsOfWord(word).map(numberOf);
    ofWords.set(word, made);
    return made;
  };
  const numbered = texts.map((words) => {
    const own: number[] = [];
    for (const word of words) for (const number of numbersOf(word)) own.push(number);
    return own;
  });
  return { words: [...numbers.keys()], texts: numbered };
}

/** All stems in order, and each text as the numbers of its stems. */
function numberStems({ words, texts }: NumberedWords, stem = stemOf) {
  const wordStems = words.map(stem);
  const stems = [...new Set(wordStems)].sort();
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  const stemOfWord = wordStems.map((stem) => numbers.get(stem) ?? 0);
  return { stems, textStems: texts.map((text) => text.map((word) => stemOfWord[word] ?? 0)) };
}

function spellingsOf({ words, texts }: NumberedWords, least: number = INDEX.leastSpelling): string[] {
  const counts = new Uint32Array(words.length);
  for (const text of texts) for (const word of text) counts[word] = (counts[word] ?? 0) + 1;
  return words
    .map((word, number) => ({ word, count: counts[number] ?? 0 }))
    .filter(({ word, count }) => count >= least && word.length > 1 && /^\p{L}+$/u.test(word))
    .map(({ word, count }) => `${word}${Math.min(9, Math.floor(Math.log2(count)))}`)
    .sort();
}
