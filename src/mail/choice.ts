import type { Section } from '../policy/policy.ts';
import type { NoAnswer } from '../render/no-answer.ts';
import { type Finding, find } from '../search/answer.ts';
import type { Searched } from '../search/answering-passage.ts';
import { type Asked, askedFor } from './asked.ts';
import type { Sentence } from './original.ts';

/** A section to quote, how it was found, and the sentence of a message that it answers, where known. */
export interface Chosen {
  readonly kind: 'section';
  readonly section: Section;
  readonly finding: Finding | undefined;
  readonly sentence: Sentence | undefined;
}

/** What a mail quotes, or what was found instead where there is nothing to quote; undefined where nothing was asked. */
export type Choice = Chosen | { readonly kind: 'none'; readonly finding: NoAnswer | undefined };

/** The topic that was asked for, below the sentence that asks for it. */
export function chooseTopic(section: Section, all: readonly Asked[]): Chosen {
  const { sentence, finding } = askedFor(section, all) ?? {};
  return { kind: 'section', section, sentence, finding };
}

/** What answers a person's own question, below the sentence that asks for it. */
export function chooseAnswer(question: string, all: readonly Asked[], { policy, index }: Searched): Choice {
  const finding = find(policy, index, question);
  if (finding.outcome !== 'answered') return { kind: 'none', finding };
  const { section } = finding;
  return { kind: 'section', section, sentence: askedFor(section, all)?.sentence, finding };
}

/** What answers the sentence that is answered best. */
export function chooseSentence([best]: readonly Asked[]): Choice {
  if (best === undefined) return { kind: 'none', finding: undefined };
  const { finding, sentence } = best;
  if (finding.outcome !== 'answered') return { kind: 'none', finding };
  return { kind: 'section', section: finding.section, sentence, finding };
}
