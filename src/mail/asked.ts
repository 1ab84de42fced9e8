import type { PolicyText, Section } from '../policy/policy.ts';
import type { NoAnswer } from '../render/no-answer.ts';
import { type Finding, find } from '../search/answer.ts';
import type { SearchablePolicy } from '../search/answering-passage.ts';
import { isContentStem, stemOf, wordsOf } from '../search/words.ts';
import type { Sentence } from './original.ts';

const ASKED = Object.freeze({
  /** Score, 0 to 1, of a question in a message that never names the policy's subject. */
  leastOffSubject: 0.9,
  /** A statement's worth beside a question's: "Who reviews it?" is asked more clearly than "It breaks". */
  statement: 0.8,
});

/** A sentence and what the policy has to say to it. */
export interface Asked {
  readonly sentence: Sentence;
  readonly finding: Finding;
}

/** What somebody wrote: what it is about, and its sentences. */
export interface Written {
  readonly subject: string;
  readonly sentences: readonly Sentence[];
}

/**
 * Every sentence with its finding, best answered first; what is answered elsewhere stands before what is not at all.
 *
 * Ranking is made for questions, and "Cheers" is none: a statement counts as answered only where it names the policy's
 * subject itself, a question also where its message does, or the score leaves no doubt.
 */
export function asked({ policy, index }: SearchablePolicy, { subject, sentences }: Written): Asked[] {
  const names = subjectNamer(policy);
  const isOnSubject = names([subject, ...sentences.map(({ text }) => text)].join(' '));
  const isMeant = ({ sentence: { text }, finding }: Asked) =>
    names(text) || (isQuestion(text) && (isOnSubject || score(finding) >= ASKED.leastOffSubject));
  return sentences
    .map((sentence) => ({ sentence, finding: find(policy, index, sentence.text) }))
    .filter((each) => each.finding.outcome !== 'answered' || isMeant(each))
    .sort((a, b) => RANK[a.finding.outcome] - RANK[b.finding.outcome] || worth(b) - worth(a));
}

/** The sentence that a section answers best, with its finding, if it answers any. */
export function askedFor(section: Section, all: readonly Asked[]): Asked | undefined {
  return all.find(({ finding }) => finding.outcome === 'answered' && finding.section === section);
}

const RANK = Object.freeze({ answered: 0, elsewhere: 1, unanswered: 2 });

function worth({ sentence, finding }: Asked): number {
  return score(finding) * (isQuestion(sentence.text) ? 1 : ASKED.statement);
}

function score({ closest }: Finding): number {
  return closest[0]?.score ?? 0;
}

function isQuestion(text: string): boolean {
  return /\?["')\]]*$/.test(text);
}

/**
 * Tells whether a text names what the policy is about: the words of its title that most headings share, as they are or
 * as the start of a longer word (Rust, rustc, CONFIG_RUST). Any text does where headings share none.
 */
function subjectNamer({ page, sections }: PolicyText): (text: string) => boolean {
  const headings = sections.map(({ heading }) => new Set(wordsOf(heading).map(stemOf)));
  const subject = wordsOf(page.title)
    .map(stemOf)
    .filter(isContentStem)
    .filter((stem) => headings.filter((stems) => stems.has(stem)).length > headings.length / 2);
  if (subject.length === 0) return () => true;
  return (text) => {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return words.some((word) => subject.some((stem) => word.startsWith(stem)));
  };
}

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
export function chooseAnswer(
  question: string,
  all: readonly Asked[],
  { policy, index }: SearchablePolicy,
): Choice {
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
