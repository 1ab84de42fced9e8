import { exitStatus, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Opened } from '../prepared.ts';
import { answerOf, renderJson } from '../render/json.ts';
import { renderNoAnswer } from '../render/no-answer.ts';
import { find } from '../search/answer.ts';
import { contentWords } from '../search/words.ts';
import type { Result } from './result.ts';
import { renderSection, type ViewOptions, viewOf } from './view.ts';

/** So many topics are named below an answer on a terminal. */
const RELATED = 2;

/** The best section in the policy's words, or on standard error that there is none. */
export async function ask(
  question: string,
  options: ViewOptions,
  { policy, index }: Opened,
  io: Io,
): Promise<Result> {
  if (contentWords(question).length === 0) {
    throw new InputError(
      `nothing to look up in "${question}"; ask in words, as in: rustpolicy ask who fixes broken builds`,
    );
  }
  const view = await viewOf(options, io);
  const finding = find(policy, index, question);
  const status = finding.outcome === 'answered' ? exitStatus.answered : exitStatus.notAnswered;
  const { format } = view;
  if (format === 'json') return { out: renderJson(answerOf(policy, question, finding)), error: '', status };
  if (finding.outcome !== 'answered') return { out: '', error: renderNoAnswer(policy, finding), status };
  const related = finding.closest.slice(1, 1 + RELATED).map(({ section }) => section);
  return {
    ...(await renderSection(policy.page, finding.section, { ...view, format, question, related })),
    status,
  };
}
