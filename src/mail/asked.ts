import type { PolicyText, Section } from '../policy/policy.ts';
import type { NoAnswer } from '../render/no-answer.ts';
import { type Finding, find } from '../search/answer.ts';
import type { SearchablePolicy } from '../search/answering-passage.ts';
import { isContentStem, stemOf, wordsOf } from '../search/words.ts';
import type { Sentence } from './original.ts';

const ASKED = Object.freeze({
  /** Score, 0 to 1, of a question in a message that never names the policy's subject. */
  leastOffSubject: 0.9,
  /** The worth of a statement beside that of a question: "Who reviews it?" asks more clearly than "It breaks". */
  statement: 0.8,
});

/** A sentence, and what was found for it. */
export interface SentenceFinding {
  readonly sentence: Sentence;
  readonly finding: Finding;
}

/** The subject of a message, and the sentences that it adds. */
export interface MessageText {
  readonly subject: string;
  readonly sentences: readonly Sentence[];
}

/**
 * A finding for every sentence, best answered first; those with an elsewhere topic stand before those without an answer.
 *
 * Ranking is made for questions, but a message holds "Cheers" too. So a statement counts as answered only if it names the
 * policy's subject itself; a question also if its message does, or if its score leaves no doubt.
 */
export function sentenceFindings(
  { policy, index }: SearchablePolicy,
  { subject, sentences }: MessageText,
): SentenceFinding[] {
  const names = subjectNamer(policy);
  const isOnSubject = names([subject, ...sentences.map(({ text }) => text)].join(' '));
  const isMeant = ({ sentence: { text }, finding }: SentenceFinding) =>
    names(text) || (isQuestion(text) && (isOnSubject || score(finding) >= ASKED.leastOffSubject));
  return sentences
    .map((sentence) => ({ sentence, finding: find(policy, index, sentence.text) }))
    .filter((each) => each.finding.outcome !== 'answered' || isMeant(each))
    .sort((a, b) => RANK[a.finding.outcome] - RANK[b.finding.outcome] || worth(b) - worth(a));
}

const RANK = Object.freeze({ answered: 0, elsewhere: 1, unanswered: 2 });

function worth({ sentence, finding }: SentenceFinding): number {
  return score(finding) * (isQuestion(sentence.text) ? 1 : ASKED.statement);
}

function score({ closest }: Finding): number {
  return closest[0]?.score ?? 0;
}

function isQuestion(text: string): boolean {
  return /\?["')\]]*$/.test(text);
}

/**
 * Tells whether a text names the policy's subject: the words of its title that most headings share, as they are or
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

/** A section to quote, how it was found, and the sentence of a message that it answers, as far as both are known. */
export interface SectionChoice {
  readonly kind: 'section';
  readonly section: Section;
  readonly finding: Finding | undefined;
  readonly sentence: Sentence | undefined;
}

/** The section that a mail quotes; or none, with what was found instead, if anything was asked. */
export type Choice = SectionChoice | { readonly kind: 'none'; readonly finding: NoAnswer | undefined };

/** The topic that was named, below the sentence that asks for it. */
export function chooseTopic(section: Section, all: readonly SentenceFinding[]): SectionChoice {
  const { sentence, finding } = bestFor(section, all) ?? {};
  return { kind: 'section', section, sentence, finding };
}

/** The section that answers a person's own question, below the sentence that asks for it. */
export function chooseAnswer(
  question: string,
  all: readonly SentenceFinding[],
  { policy, index }: SearchablePolicy,
): Choice {
  const finding = find(policy, index, question);
  if (finding.outcome !== 'answered') return { kind: 'none', finding };
  const { section } = finding;
  return { kind: 'section', section, sentence: bestFor(section, all)?.sentence, finding };
}

/** The section that answers the first of the sentences. */
export function chooseSentence([best]: readonly SentenceFinding[]): Choice {
  if (best === undefined) return { kind: 'none', finding: undefined };
  const { finding, sentence } = best;
  if (finding.outcome !== 'answered') return { kind: 'none', finding };
  return { kind: 'section', section: finding.section, sentence, finding };
}

/** The sentence that a section answers best, with its finding, if it answers any. */
function bestFor(section: Section, all: readonly SentenceFinding[]): SentenceFinding | undefined {
  return all.find(({ finding }) => finding.outcome === 'answered' && finding.section === section);
}
