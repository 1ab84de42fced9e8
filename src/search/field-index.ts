import { indexText } from '../markdown/lex.ts';
import { readableName } from '../policy/names.ts';
import type { AskedAs, PolicyText, Section } from '../policy/policy.ts';
import { bitSet, buildPostings, type Numbers, stemWeight } from './bm25.ts';
import { type FieldTables, rankByFields } from './field-ranking.ts';
import { termsOfWord, writtenWords } from './folder-words.ts';
import { numberTexts, spellingsOf } from './numbered-words.ts';
import synonyms from './synonyms.json' with { type: 'json' };
import { type Language, vocabularyOf } from './words.ts';

const INDEX = Object.freeze({
  /** Letters beside each link of a table of contents. */
  besideLinks: 3,
  /** In a folder of fewer words all are written rarely: words are corrected to any of them. */
  fewWords: 5000,
});

/** The index of a folder of which little is known but its own words. */
export function fieldIndex(policy: PolicyText, askedAs: AskedAs, language: Language) {
  const { sections, elsewhere } = policy;
  const asked = askedTexts(policy, askedAs);
  const count = asked.length;
  const { stemOf } = language;
  const numbered = numberTexts(writtenTexts(sections, asked), { termsOfWord, stemOf });
  const { stems, texts, counts } = numbered;
  const headingStems = texts.slice(0, count);
  const bodyStems = texts.slice(count, 2 * count);
  const holding = holdingEither(headingStems, bodyStems, stems.length);
  const tables: FieldTables = {
    kind: 'fields',
    rank: rankByFields,
    headings: buildPostings(headingStems, stems.length),
    bodies: buildPostings(bodyStems, stems.length),
    parents: buildPostings(texts.slice(2 * count), stems.length),
    bodyStems,
    files: filesOf(policy),
    leads: leadsOf(sections, count),
    holding,
    synonyms: synonymsIn(language),
    questionShare: sections.filter(({ heading }) => /[?\uff1f\u061f]\s*$/.test(heading)).length / count,
    exact: exactTexts(asked, sections, language),
    headingNorms: Float32Array.from(headingStems, (own) =>
      Math.sqrt([...new Set(own)].reduce((sum, stem) => sum + stemWeight(count, holding[stem] ?? 0) ** 2, 0)),
    ),
    contents: bitSet([...sections.map(isContents), ...elsewhere.map(() => false)]),
  };
  return {
    stems: vocabularyOf(stems),
    spellings: spellingsOf(numbered, counts.size < INDEX.fewWords ? 1 : undefined),
    sectionCount: sections.length,
    language,
    tables,
  };
}

/** The heading and the phrasings of each section, then of each elsewhere topic. */
function askedTexts({ sections, elsewhere }: PolicyText, askedAs: AskedAs): (readonly string[])[] {
  const headings = [...sections.map(({ heading }) => heading), ...elsewhere.map(() => '')];
  const phrasings = [...askedAs.sections, ...askedAs.elsewhere];
  return headings.map((heading, at) => [
    ...(heading === '' ? [] : [heading]),
    ...(phrasings[at] ?? []).map(({ text }) => text),
  ]);
}

/** The words of the fields, one after the other, each text by itself: those of a whole folder take much room. */
function* writtenTexts(sections: readonly Section[], asked: readonly (readonly string[])[]) {
  const none = asked.slice(sections.length).map(() => []);
  for (const texts of asked) yield writtenWords(texts.join('\n'));
  for (const { body } of sections) yield writtenWords(indexText(body));
  yield* none;
  for (const { parents = [], place } of sections)
    yield writtenWords([...parents, readableName(place?.file ?? '')].join('\n'));
  yield* none;
}

/** The file of each text, from 0; each elsewhere topic is one by itself. */
function filesOf({ sections, elsewhere }: PolicyText): Uint32Array {
  let file = 0;
  const files = [...sections, ...elsewhere].map((each, at, all) => {
    const before = all[at - 1];
    const isSame =
      before !== undefined && 'place' in each && 'place' in before && each.place?.file === before.place?.file;
    if (at > 0 && !isSame) file += 1;
    return file;
  });
  return Uint32Array.from(files);
}

/** For each text the section that introduces what it stands under, -1 where none does. */
function leadsOf(sections: readonly Section[], count: number): Int32Array {
  const leads = new Int32Array(count).fill(-1);
  const latest = new Map<string, number>();
  let file: string | undefined;
  sections.forEach(({ heading, parents = [], place }, at) => {
    if (place?.file !== file) latest.clear();
    file = place?.file;
    leads[at] = latest.get(parents.at(-1) ?? '') ?? -1;
    latest.set(heading, at);
  });
  return leads;
}

/** The stems of the words that may stand for a stem. */
function synonymsIn({ stemOf }: Language): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const group of synonyms.groups) {
    const stems = group.split(' ').map(stemOf);
    for (const stem of stems) {
      const others = found.get(stem) ?? new Set();
      for (const other of stems) if (other !== stem) others.add(other);
      found.set(stem, others);
    }
  }
  return found;
}

/** The texts of each heading and phrasing by its words; of a title that no heading equals, the first section under it. */
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

/** How many texts hold each stem in heading or body. */
function holdingEither(
  headings: readonly Numbers[],
  bodies: readonly Numbers[],
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

/** No part may hold its own opening: from each of a thousand, an end would be looked for through all that follows. */
const LINK = /!?\[[^[\]\n]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])/g;

/** Whether a section is a table of contents: several links, and hardly a word beside them. */
function isContents({ body }: Section): boolean {
  const links = body.match(LINK)?.length ?? 0;
  if (links < 2) return false;
  let letters = 0;
  for (const _ of body.replace(LINK, '').matchAll(/\p{L}/gu)) {
    letters += 1;
    if (letters > INDEX.besideLinks * links) return false;
  }
  return true;
}
