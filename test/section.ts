import { lex } from '../src/markdown/lex.ts';
import type { LexedSection, Section } from '../src/policy/policy.ts';

/** A section of a made-up policy, named and anchored by its number. */
export function section(number: number, heading: string, body: string): Section {
  return { number, name: `n${number}`, anchor: `n${number}`, heading, body };
}

/** A section of which only its name and its heading matter. */
export function namedSection(number: number, name: string, heading: string): Section {
  return { number, name, anchor: name, heading, body: '' };
}

/** A section with its tokens. */
export function lexed(section: Section): LexedSection {
  return { ...section, tokens: lex(section.body) };
}
