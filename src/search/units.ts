import { lex } from '../markdown/lex.ts';
import { passagesOf } from '../policy/passages.ts';
import type { AskedAs, Elsewhere, Phrasing, PolicyText, Section } from '../policy/policy.ts';

/** A text that stands for a section, a passage of it, or an elsewhere topic. */
export interface Unit {
  readonly text: string;
  readonly words: readonly string[];
  /** The section's index, or the number of sections + the elsewhere topic's index. */
  readonly target: number;
  /** Which passage of the section it asks for, from 1; 0 for the section as a whole. */
  readonly passage: number;
  readonly kind: 'heading' | 'passage' | 'phrasing' | 'name';
}

/** A passage's number is stored in a byte: passages beyond stand for the section as a whole. */
const MOST_PASSAGES = 255;

/** Every heading, passage and phrasing of a policy. */
export function unitsOf(
  { sections, elsewhere }: PolicyText,
  askedAs: AskedAs,
  termsOf: (text: string) => readonly string[],
): Unit[] {
  const texts = [
    ...sections.flatMap((section, target) => sectionUnits(section, target, askedAs.sections[target] ?? [])),
    ...elsewhere.flatMap((topic, at) =>
      elsewhereUnits(topic, sections.length + at, askedAs.elsewhere[at] ?? []),
    ),
  ];
  return texts.map((unit) => ({ ...unit, words: termsOf(unit.text) }));
}

type UnitText = Omit<Unit, 'words'>;

function sectionUnits(section: Section, target: number, phrasings: readonly Phrasing[]): UnitText[] {
  const passages = passagesOf(lex(section.body));
  const asksFor = ({ quote }: Phrasing) =>
    quote === undefined ? 0 : 1 + passages.findIndex(({ text }) => text.includes(quote));
  return [
    unit('heading', section.heading, target),
    ...passages.map(({ text }, at) => ({ ...unit('passage', text, target), passage: storable(at + 1) })),
    ...phrasings.map((phrasing) => ({
      ...unit('phrasing', phrasing.text, target),
      passage: storable(asksFor(phrasing)),
    })),
  ];
}

/** A topic that leads somewhere is asked for by its name too: `release-cycle` as "release cycle". */
function elsewhereUnits(
  { name, see }: Elsewhere,
  target: number,
  phrasings: readonly Phrasing[],
): UnitText[] {
  const asked = phrasings.map(({ text }) => unit('phrasing', text, target));
  return see.length === 0 ? asked : [unit('name', name, target), ...asked];
}

function unit(kind: Unit['kind'], text: string, target: number): UnitText {
  return { kind, text, target, passage: 0 };
}

function storable(passage: number): number {
  return passage > MOST_PASSAGES ? 0 : passage;
}
