import type { PolicyText, Section } from '../policy/policy.ts';
import { type Finding, find } from '../search/answer.ts';
import type { SearchablePolicy } from '../search/answering-passage.ts';
import { isContentStem, stemOf, wordsOf } from '../search/words.ts';
import type { Message } from './message.ts';
import { newSentences, type Sentence } from './original.ts';

const ASKED = Object.freeze({
  /**
   * Scores, 0 to 1, from which a question, and a statement, is answered in a message. Nobody there turned to the policy, and
   * a message has dozens of sentences: of 793 real messages that name Rust, held out, 14 got a draft that was not due where
   * statements were answered from 0.97, and 8 do from 0.99.
   */
  question: 0.9,
  statement: 0.99,
  /** Words beside the policy's subject that a sentence shares with its phrasings: "Applied to rust-fixes, thanks!" has one. */
  ownWords: { question: 2, statement: 3 },
  /** A score that leaves no doubt: a question counts with one word of its own, and with three where nothing names the subject. */
  sure: 0.97,
  /** Words of a question that leaves no doubt: "Who fixes it?" has three, a call to somebody ("Greg ?") one. */
  words: 3,
});

/** Sentences that programs write: test robots, pull requests, shortlogs, conflict reports, merge notices. */
const BOILERPLATE =
  /kernel test robot|^0-DAY CI|^(?:tree|branch|head|base|config|compiler|rustc|reproduce|elapsed time)\b.*:|^(?:>> ?)?(?:\S+: )?(?:fatal )?(?:error|warning)(?:\[\w+\])?:|^\S* ?(?:errors?|warnings?)(?:\/warnings?)?(?: \(new ones prefixed by >>\))?:[^?]*$|^\w+:\/\/\S+ \S+$|^(?:hi|hello|hey|dear) [^?]*,$|^linux \d\S*(?: \([^)]*\))?$|if you fix the issue in a separate patch|following changes since commit|available in the git repository|for you to fetch changes up to|merge of the \S+ tree (?:got|produced)|fixed it up \(see below\)|can carry the fix as necessary|^[\w .'-]+ \(\d+\):|thanks?,? (?:queued|applied)|^(?:queued|applied|merged|pushed)\b/i;

/** A sentence, and what was found for it. */
export interface SentenceFinding {
  readonly sentence: Sentence;
  readonly finding: Finding;
}

/**
 * A finding for every sentence that a person may have asked, the clearest first; those with an elsewhere topic stand before
 * those without an answer. Ranking is made for questions, but a message holds "Cheers" too: only a sentence that asks or
 * claims something clearly, in words of its own that the policy speaks of, counts as answered.
 */
export function sentenceFindings(
  { policy, index }: SearchablePolicy,
  lines: readonly string[],
  { subject, isAnnouncement }: Pick<Message, 'subject' | 'isAnnouncement'>,
): SentenceFinding[] {
  if (isAnnouncement) return [];
  const names = subjectNamer(policy);
  const sentences = newSentences(lines, subject);
  const isOnSubject = names([subject, ...sentences.map(({ text }) => text)].join(' '));
  const isClear = ({ sentence: { text }, finding }: SentenceFinding) => {
    const kind = isQuestion(text) ? 'question' : 'statement';
    const isWhole = finding.ranking.words.length >= ASKED.words;
    const isSure = kind === 'question' && isWhole && score(finding) >= ASKED.sure;
    const isNamed = names(text) || (kind === 'question' && isOnSubject);
    const own = ownWords(finding, names);
    if (!isNamed) return isSure && own >= ASKED.ownWords.statement;
    return score(finding) >= ASKED[kind] && own >= (isSure ? 1 : ASKED.ownWords[kind]);
  };
  return sentences
    .filter(({ text }) => !BOILERPLATE.test(text))
    .map((sentence) => ({ sentence, finding: find(policy, index, sentence.text) }))
    .filter((each) => each.finding.outcome !== 'answered' || isClear(each))
    .sort((a, b) => RANK[a.finding.outcome] - RANK[b.finding.outcome] || clearness(b) - clearness(a));
}

const RANK = Object.freeze({ answered: 0, elsewhere: 1, unanswered: 2 });

/** "Who reviews it?" asks more clearly than "It breaks", whatever their scores. */
function clearness({ sentence, finding }: SentenceFinding): number {
  return score(finding) + (isQuestion(sentence.text) ? 1 : 0);
}

function score({ closest }: Finding): number {
  return closest[0]?.score ?? 0;
}

function ownWords({ ranking }: Finding, names: (text: string) => boolean): number {
  const known = ranking.words.filter(({ isContent, number }) => isContent && number !== undefined);
  // Of a policy without a subject every text names it, and every word would be the subject's.
  const isSubjects = (read: string) => names(read) && !names('');
  const own = known.filter(({ read, written }) => read === written && !isSubjects(read));
  return new Set(own.map(({ stem }) => stem)).size;
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

/**
 * The section for a mail, where one is clear, the finding, and the sentence of a message that asks for it, as far as there
 * are any.
 *
 * @param asked a topic, a question, or nothing where the clearest of the sentences is the question.
 * @param searchable needed for a question.
 */
export function findingFor(
  asked: Section | string,
  all: readonly SentenceFinding[],
  searchable?: SearchablePolicy,
): Partial<SentenceFinding> & { section: Section | undefined } {
  if (typeof asked !== 'string') return { ...bestFor(asked, all), section: asked };
  if (asked === '' || searchable === undefined) return { ...all[0], section: clearSection(all[0]?.finding) };
  const finding = find(searchable.policy, searchable.index, asked);
  const best = finding.outcome === 'answered' ? bestFor(finding.section, all) : undefined;
  return { ...best, finding, section: clearSection(finding) };
}

/** The section that answers, where no other is nearly as likely: between two a person decides. */
export function clearSection(finding: Finding | undefined): Section | undefined {
  return finding?.outcome === 'answered' && finding.near === undefined ? finding.section : undefined;
}

/** The sentences that sections other than the one that is quoted answer clearly, each section's best. */
export function otherQuestions(all: readonly SentenceFinding[], quoted: Section): SentenceFinding[] {
  const seen = new Set([quoted]);
  return all.filter(
    ({ finding }) => finding.outcome === 'answered' && seen.size < seen.add(finding.section).size,
  );
}

/** The sentence that a section answers best, with its finding, if it answers any. */
function bestFor(section: Section, all: readonly SentenceFinding[]): SentenceFinding | undefined {
  return all.find(({ finding }) => finding.outcome === 'answered' && finding.section === section);
}
