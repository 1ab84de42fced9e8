import type { PolicyText, Section } from '../policy/policy.ts';
import { renderNoAnswer } from '../render/no-answer.ts';
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

/** What a mail quotes, or what standard error says where there is nothing to quote. */
export type Choice = Chosen | { readonly kind: 'none'; readonly error: string };

/** The topic that was asked for, below the sentence that asks for it. */
export function chooseTopic(section: Section, all: readonly Asked[]): Chosen {
  const { sentence, finding } = askedFor(section, all) ?? {};
  return { kind: 'section', section, sentence, finding };
}

/** What answers a person's own question, below the sentence that asks for it. */
export function chooseAnswer(question: string, all: readonly Asked[], { policy, index }: Searched): Choice {
  const finding = find(policy, index, question);
  if (finding.outcome !== 'answered') return { kind: 'none', error: renderNoAnswer(policy, finding) };
  const { section } = finding;
  return { kind: 'section', section, sentence: askedFor(section, all)?.sentence, finding };
}

/** What answers the sentence that is answered best. */
export function chooseSentence([best]: readonly Asked[], policy: PolicyText): Choice {
  const hint = 'To give the question yourself: rustpolicy mail --reply FILE <question>\n';
  if (best === undefined) {
    const { title } = policy.page;
    return { kind: 'none', error: `Nothing in the message asks what the ${title} answers.\n${hint}` };
  }
  const { finding, sentence } = best;
  if (finding.outcome !== 'answered') return { kind: 'none', error: renderNoAnswer(policy, finding) + hint };
  return { kind: 'section', section: finding.section, sentence, finding };
}
