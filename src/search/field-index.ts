import { indexText } from '../markdown/lex.ts';
import { headingOf, readableName } from '../policy/names.ts';
import type { AskedAs, PolicyText } from '../policy/policy.ts';
import { buildPostings, holdingCounts, inverseDocumentFrequency, type Numbers } from './bm25.ts';
import { exactKeys, termsOfWord, writtenWords } from './folder-words.ts';
import { grouped } from './lookup.ts';
import { knownSpellings, numberTexts } from './numbered-words.ts';
import { type Language, vocabularyOf } from './words.ts';

const INDEX = Object.freeze({
  /** Letters beside each link of a table of contents. */
  besideLinks: 3,
  /** In a folder of fewer words all are written rarely: words are corrected to any of them. */
  fewWords: 5000,
});

/** A section, or an elsewhere topic, which has nothing but what it is asked by: the heading, and what phrasings there are. */
type FieldText = ReturnType<typeof fieldTexts>[number];

/** The index of a folder, whose texts are the sections, then the elsewhere topics, in three fields. */
export type FieldIndex = ReturnType<typeof fieldIndex>;

export type FieldTables = FieldIndex['tables'];

/** The index of a folder of which little is known but its own words. */
export function fieldIndex(policy: PolicyText, askedAs: AskedAs, language: Language) {
  const texts = fieldTexts(policy, askedAs);
  const numbered = numberTexts(fieldWords(texts), { termsOfWord, stemOf: language.stemOf });
  const { stems, counts } = numbered;
  const ofField = (field: number) => numbered.texts.filter((_, at) => at % 3 === field);
  const [headings, bodies, parents] = [ofField(0), ofField(1), ofField(2)];
  const holding = holdingCounts(ownStems(headings, bodies), stems.length);
  const rarities = Float64Array.from(holding, (count) => inverseDocumentFrequency(texts.length, count));
  const ofBodies = buildPostings(bodies, stems.length);
  const files = filesOf(texts);
  const weightOf = (stem: number) => likenessWeight(rarities[stem] ?? 0);
  return {
    stems: vocabularyOf(stems),
    spellings: knownSpellings(numbered, counts.size < INDEX.fewWords ? 1 : undefined),
    sectionCount: policy.sections.length,
    language,
    tables: {
      kind: 'fields' as const,
      /** Headings, and what phrasings there are. */
      headings: buildPostings(headings, stems.length),
      bodies: ofBodies,
      /** The bodies of each file as one text. */
      fileBodies: { ...ofBodies, lengths: lengthsOf(files, ofBodies.lengths), wholes: files },
      /** What the sections stand under: the file's title and the headings above, and the file's name; headings within them. */
      parents: buildPostings(parents, stems.length),
      files,
      leads: leadsOf(texts),
      /** How rare each stem is in heading or body: where all are about one thing, its name tells none from others. */
      rarities,
      /** The share of headings that end in a question mark. */
      questionShare:
        policy.sections.filter(({ heading }) => /[?\uff1f\u061f]\s*$/.test(heading)).length / texts.length,
      exact: exactTexts(texts),
      /** The length of each heading as a vector of its stems' weights. */
      headingNorms: Float32Array.from(headings, (own) => Math.hypot(...Array.from(new Set(own), weightOf))),
      /** Of each text 1 where it is little but links to others, else 0. */
      contents: Uint8Array.from(texts, (text) => Number(isContents(text))),
    },
  };
}

/** A stem's weight in the likeness of a question to a heading. Common words count too, as "Why X?" is not "How X?". */
export function likenessWeight(rarity: number): number {
  return 0.5 + rarity;
}

/** The sections, then the elsewhere topics. */
function fieldTexts({ sections, elsewhere }: PolicyText, askedAs: AskedAs) {
  const phrasings = (of: AskedAs['sections'], at: number) => (of[at] ?? []).map(({ text }) => text);
  return [
    ...sections.map(({ heading, body, parents = [], place }, at) => {
      const asked = [heading, ...phrasings(askedAs.sections, at)];
      return { asked, body, parents, file: place?.file, inner: innerHeadings(body) };
    }),
    ...elsewhere.map((_, at) => {
      return { asked: phrasings(askedAs.elsewhere, at), body: '', parents: [], file: undefined, inner: [] };
    }),
  ];
}

/** The words of each text's fields, one after the other: those of a whole folder take much room. */
function* fieldWords(texts: readonly FieldText[]) {
  for (const { asked, body, parents, file = '', inner } of texts) {
    yield writtenWords(asked.join('\n'));
    yield writtenWords(indexText(body));
    yield writtenWords([...new Set([...parents, readableName(file), ...inner])].join('\n'));
  }
}

/** The stems of each text's heading and body. */
function* ownStems(headings: readonly Numbers[], bodies: readonly Numbers[]) {
  for (const [at, heading] of headings.entries()) yield [...heading, ...(bodies[at] ?? [])];
}

/** The file of each text, from 0; a text of no file is one by itself. */
function filesOf(texts: readonly FieldText[]): Uint32Array {
  let files = -1;
  return Uint32Array.from(texts, ({ file }, at) => {
    if (file === undefined || file !== texts[at - 1]?.file) files += 1;
    return files;
  });
}

/** How long the bodies of each file are together. */
function lengthsOf(files: Uint32Array, lengths: Numbers): Uint32Array {
  const ofFiles = new Uint32Array(1 + (files.at(-1) ?? 0));
  for (const [at, file] of files.entries()) ofFiles[file] = (ofFiles[file] ?? 0) + (lengths[at] ?? 0);
  return ofFiles;
}

/** For each text the section that introduces what it stands under, -1 where none does. */
function leadsOf(texts: readonly FieldText[]): Int32Array {
  const latest = new Map<string | undefined, number>();
  return Int32Array.from(texts, ({ asked: [heading], parents, file }, at) => {
    if (file !== texts[at - 1]?.file) latest.clear();
    const lead = latest.get(parents.at(-1)) ?? -1;
    latest.set(heading, at);
    return lead;
  });
}

/** The headings within a section that is not split at them. */
function innerHeadings(body: string): string[] {
  return Array.from(body.matchAll(/^ {0,3}#{2,6} +(\S.*)$/gm), ([, heading = '']) => headingOf(heading).text);
}

/** The texts of each heading and phrasing; of a title, a heading above or within a section that none equals, the first. */
function exactTexts(texts: readonly FieldText[]): ReadonlyMap<string, readonly number[]> {
  const keyed = (namesOf: (text: FieldText) => readonly string[]) =>
    grouped(
      texts.flatMap((text, at) =>
        Array.from(new Set(namesOf(text).flatMap(exactKeys)), (key) => [key, at] as const),
      ),
    );
  const exact = keyed(({ asked }) => asked);
  const lesser = [
    keyed(({ parents }) => parents.slice(0, 1)),
    keyed(({ parents }) => parents.slice(1)),
    keyed(({ inner }) => inner),
  ];
  for (const [key, [first = 0]] of lesser.flatMap((each) => [...each]))
    if (!exact.has(key)) exact.set(key, [first]);
  exact.delete('');
  return exact;
}

/** No part may hold its own opening: from each of a thousand, an end would be looked for through all that follows. */
const LINK = /!?\[[^[\]\n]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])/g;

/** To a page of the folder, not to a file or address. */
const TO_PAGE = String.raw`\((?:[^()\s:]*/)?[^()\s:/.]*(?:\.mdx?|\.html)?(?:#[^()\s]*)?\)`;

/** A line of a list or table that starts with such a link, with a short remark behind it. */
const ITEM = new RegExp(String.raw`^[ \t]*[-*+|\d.)]{1,4} {0,3}\**\[[^[\]\n]*\]${TO_PAGE}.{0,120}$`, 'gm');
const TABLE_HEAD = /^\|.*\n\|[-:| \t]+$/gm;

/** Whether a text is a table of contents: several links, and hardly a word beside them but what a list says of pages. */
function isContents({ body }: FieldText): boolean {
  const links = body.match(LINK)?.length ?? 0;
  if (links < 2) return false;
  // Not all letters are counted: long sections have many, and links too.
  let letters = 0;
  for (const _ of body.replace(TABLE_HEAD, '').replace(ITEM, '').replace(LINK, '').matchAll(/\p{L}/gu)) {
    letters += 1;
    if (letters > INDEX.besideLinks * links) return false;
  }
  return true;
}
