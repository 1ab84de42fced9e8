import { lexed } from '../policy/lexed.ts';
import { passagesOf } from '../policy/passages.ts';
import type { AskedAs, Phrasing, PolicyText, Section } from '../policy/policy.ts';
import { wordsOf } from './words.ts';

/** A text that stands for a section, a passage of it, or an elsewhere topic. */
export interface Unit {
  readonly words: readonly string[];
  /** The section's place, or the number of sections + the elsewhere topic's. */
  readonly target: number;
  /** Which passage of the section it asks for, from 1; 0 for the section as a whole. */
  readonly passage: number;
  readonly isHeading: boolean;
}

/** So many passages of a section are told apart; those beyond stand for it as a whole. */
const MOST_PASSAGES = 255;

/** Every heading, passage and phrasing of a policy. */
export function unitsOf({ sections, elsewhere }: PolicyText, askedAs: AskedAs): Unit[] {
  return [
    ...sections.flatMap((section, target) => sectionUnits(section, target, askedAs.sections[target] ?? [])),
    ...elsewhere.flatMap((_, at) =>
      (askedAs.elsewhere[at] ?? []).map(({ text }) => unit(text, sections.length + at, 0)),
    ),
  ];
}

function sectionUnits(section: Section, target: number, phrasings: readonly Phrasing[]): Unit[] {
  const passages = passagesOf(lexed(section));
  const asksFor = ({ quote }: Phrasing) =>
    quote === undefined ? 0 : 1 + passages.findIndex(({ text }) => text.includes(quote));
  return [
    { ...unit(section.heading, target, 0), isHeading: true },
    ...passages.map(({ text }, at) => unit(text, target, at + 1)),
    ...phrasings.map((phrasing) => unit(phrasing.text, target, asksFor(phrasing))),
  ];
}

function unit(text: string, target: number, passage: number): Unit {
  return { words: wordsOf(text), target, passage: passage > MOST_PASSAGES ? 0 : passage, isHeading: false };
}
