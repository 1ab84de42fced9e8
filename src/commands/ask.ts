import type { Options } from '../command-line/read.ts';
import { exitStatus, InputError } from '../errors.ts';
import type { PolicyText } from '../policy/policy.ts';
import { answerOf, renderJson } from '../render/json.ts';
import { renderNear, renderNoAnswer, shellLine } from '../render/notice.ts';
import { type Finding, find, type LexedFinding, lexedFinding } from '../search/answer.ts';
import { answeringPassage, briefly } from '../search/answering-passage.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { type Context, type Result, renderSections } from './view.ts';

/** So many topics are named below an answer on a terminal. */
const RELATED = 2;

/** A word tells nothing where a greater share of the texts hold it, and more than a few do: "Rust" in this policy. */
const COMMON = Object.freeze({ share: 0.2, few: 3 });

/** The best section in the policy's words, or on standard error that there is none. */
export async function ask(question: string, context: Context<Options<'ask'>>): Promise<Result> {
  const { opened, options, view } = context;
  const { policy } = opened;
  const { data, place = 1 } = options;
  if (question === '') {
    throw new InputError(`nothing to look up; ask in words, as in: ${exampleOf('ask', policy, data)}`);
  }
  const { format } = view;
  const index = await opened.index();
  const lexed = await opened.lexer();
  const found = lexedFinding(atPlace(find(policy, index, question), policy, place), lexed);
  const finding = options.brief ? briefly(found, index, lexed) : found;
  const passage = options.why || format === 'terminal' ? answeringPassage(found, index) : undefined;
  // Loaded only where it is asked for.
  const why = options.why
    ? await (await import('../render/why.ts')).explained(found, { policy, index }, passage)
    : { text: '', json: {} };
  const status = finding.outcome === 'answered' ? exitStatus.answered : exitStatus.notAnswered;
  if (format === 'json') {
    return { out: renderJson({ ...answerOf(policy, question, finding), ...why.json }), status };
  }
  if (finding.outcome !== 'answered') {
    return { out: '', error: renderNoAnswer(policy, finding, data) + why.text, status };
  }
  const { number } = finding.section;
  const others = finding.closest.map(({ section }) => section).filter((other) => other.number !== number);
  const asked = {
    stems: tellingStems(finding, index),
    language: index.language,
    passage: options.brief ? undefined : passage,
  };
  const shown = { ...view, format, asked, related: others.slice(0, RELATED), data };
  const rendered = await renderSections(policy.page, [finding.section], shown);
  const near = finding.near === undefined ? '' : renderNear(finding.near, data);
  return { ...rendered, closing: near + why.text, status };
}

/** How to ask a policy: the bundled one as its users do, a folder by its first heading. */
export function exampleOf(command: 'ask' | 'mail', policy: PolicyText, data: string | undefined): string {
  const own = policy.page.folder === undefined ? undefined : policy.sections[0];
  const words = own === undefined ? ['who', 'fixes', 'broken', 'builds'] : [own.heading];
  return shellLine([command, ...words], data);
}

/**
 * The finding with the section at a place of the ranking, where the question is answered at all.
 *
 * @throws InputError when there are fewer sections.
 */
function atPlace(finding: Finding, { sections }: PolicyText, place: number): Finding {
  if (finding.outcome !== 'answered' || place === 1) return finding;
  const at = finding.ranking.sections(place)[place - 1]?.at ?? -1;
  const section = sections[at];
  if (section !== undefined) return { ...finding, section, at, near: undefined };
  throw new InputError(`there is no section ${place} to show; give -n a number up to ${sections.length}`);
}

/** The stems of the question's words that tell something: content words that not every other text holds. */
function tellingStems({ ranking }: LexedFinding, { tables }: SearchIndex): ReadonlySet<string> {
  const texts = tables.kind === 'fields' ? tables.bodies : tables.units;
  const telling = ranking.words.filter(({ isContent, number }) => {
    const holding = number === undefined ? 0 : texts.holdingCount(number);
    return isContent && holding <= Math.max(COMMON.few, COMMON.share * texts.lengths.length);
  });
  return new Set(telling.map(({ stem }) => stem));
}
