import { readBuilt } from './node/built.ts';
import { describeProblem } from './policy/policy.ts';
import type { Answer, TopicJson } from './render/documents.ts';
import { answerOf, topicJson } from './render/json.ts';
import { find, lexedFinding } from './search/answer.ts';
import { open } from './search/open-policy.ts';
import { askedText } from './search/question.ts';

export type { Answer } from './render/documents.ts';

/** A policy that can be asked. */
export interface Policy {
  /** All topics in order. */
  readonly sections: readonly TopicJson[];
  /**
   * What the policy says to a question, or that it does not. A question without a content word is unanswered; one of
   * over 100,000 characters throws an InputError.
   */
  readonly ask: (question: string) => Answer;
  /**
   * What of the folder could not be read, each as `file:line: error: reason`; all else answers, as it does in the
   * command. Empty for the bundled policy.
   */
  readonly problems: readonly string[];
}

/**
 * Opens the bundled policy, or a folder of Markdown (`data`, a path).
 *
 * @throws InputError when the folder cannot be read, is too large, or holds no policy.
 */
export async function openPolicy(options: { readonly data?: string } = {}): Promise<Policy> {
  const { policy, problems, ...opened } = await open(options.data, readBuilt);
  const index = await opened.index();
  const lexed = await opened.lexer();
  return {
    sections: policy.sections.map((section) => topicJson(policy.page, section)),
    ask: (asked) => {
      const question = askedText(asked);
      return answerOf(policy, question, lexedFinding(find(policy, index, question), lexed));
    },
    problems: problems.filter(({ severity }) => severity === 'error').map(describeProblem),
  };
}
