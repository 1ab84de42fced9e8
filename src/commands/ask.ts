import { exitStatus, InputError } from '../errors.ts';
import { excerpt, type Passage, passagesOf } from '../policy/passages.ts';
import { answerOf, renderJson } from '../render/json.ts';
import { renderNear, renderNoAnswer } from '../render/no-answer.ts';
import { find, type LexedFinding, lexedFinding } from '../search/answer.ts';
import { answeringPassage, type SearchablePolicy } from '../search/answering-passage.ts';
import { hasContent } from '../search/words.ts';
import { type Context, type Result, renderSection } from './result.ts';
import type { ViewOptions } from './view.ts';

/** So many topics are named below an answer on a terminal. */
const RELATED = 2;

export interface AskOptions extends ViewOptions {
  /** Only the paragraph or list item that answers best. */
  readonly brief?: true;
  /** How the answer was found, on standard error; in JSON under `why`. */
  readonly why?: true;
}

/** The best section in the policy's words, or on standard error that there is none. */
export async function ask(question: string, options: AskOptions, { opened, view }: Context): Promise<Result> {
  if (!hasContent(question)) {
    throw new InputError(
      `nothing to look up in "${question}"; ask in words, as in: rustpolicy ask who fixes broken builds`,
    );
  }
  const { policy } = opened;
  const { data } = options;
  const { format } = view;
  const index = await opened.index();
  const found = lexedFinding(find(policy, index, question), await opened.lexer());
  const passage =
    options.brief || format === 'terminal' ? answeringPassage(found, { policy, index }) : undefined;
  const finding = options.brief ? briefly(found, passage) : found;
  const why = options.why ? await explanation(found, { policy, index }) : undefined;
  const explained = why?.text ?? '';
  if (format === 'json') {
    const document = { ...answerOf(policy, question, finding), ...why?.json };
    return { out: renderJson(document), error: '', status: statusOf(finding) };
  }
  if (finding.outcome !== 'answered') {
    return { out: '', error: renderNoAnswer(policy, finding, data) + explained, status: statusOf(finding) };
  }
  const related = finding.closest.slice(1, 1 + RELATED).map(({ section }) => section);
  const asked = { stems: stemsOf(finding), passage: options.brief ? undefined : passage };
  const shown = { ...view, format, asked, related, data };
  const rendered = await renderSection(policy.page, finding.section, shown);
  const near = finding.near === undefined ? '' : renderNear(finding.near, data);
  return { ...rendered, closing: near + explained, status: statusOf(finding) };
}

function statusOf({ outcome }: LexedFinding): number {
  return outcome === 'answered' ? exitStatus.answered : exitStatus.notAnswered;
}

/** The finding with its section cut down to one passage; where none stands out, to the first, which answers first. */
function briefly(finding: LexedFinding, passage: Passage | undefined): LexedFinding {
  if (finding.outcome !== 'answered') return finding;
  const { section } = finding;
  const shown = passage ?? passagesOf(section.tokens)[0];
  return shown === undefined ? finding : { ...finding, section: excerpt(section, shown) };
}

function stemsOf({ ranking }: LexedFinding): ReadonlySet<string> {
  return new Set(ranking.words.filter(({ isContent }) => isContent).map(({ stem }) => stem));
}

async function explanation(finding: LexedFinding, { policy, index }: SearchablePolicy) {
  const [{ explain }, { renderWhy }] = await Promise.all([
    import('../search/explanation.ts'),
    import('../render/why.ts'),
  ]);
  const why = explain(policy, index, finding);
  return { json: { why }, text: `\n${renderWhy(why)}` };
}
