import { InputError } from './errors.ts';
import { lex } from './markdown/lex.ts';
import { shown } from './markdown/shown.ts';
import { readBuilt } from './node/built.ts';
import { describeProblem, type Section } from './policy/policy.ts';
import type { Answer, SectionJson } from './render/documents.ts';
import { answerOf, sectionJson } from './render/json.ts';
import { renderMail } from './render/mail-body.ts';
import { find, lexedFinding } from './search/answer.ts';
import { briefly } from './search/answering-passage.ts';
import { open } from './search/open-policy.ts';
import { askedText } from './search/question.ts';
import { topicNamed } from './search/topic.ts';
import { mailWidth } from './terminal/environment.ts';

export { InputError } from './errors.ts';
export type { Answer, SectionJson } from './render/documents.ts';

/** A policy that can be asked. */
export interface Policy {
  /** All sections in order, with their text. */
  readonly sections: readonly SectionJson[];
  /** The section of a number, name, heading, anchor, page URL, or the unambiguous start of a name; else undefined. */
  readonly section: (name: string | number) => SectionJson | undefined;
  /**
   * What the policy says to a question, or that it does not. A question without a content word is unanswered; one of
   * over 100,000 characters throws an InputError.
   *
   * @param options `brief` for the paragraph or list item alone that answers best.
   */
  readonly ask: (question: string, options?: { readonly brief?: boolean }) => Answer;
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
  ensure(Object(options) === options, 'openPolicy takes no such options; give { data: "docs/faq" }');
  ensure(['string', 'undefined'].includes(typeof options.data), 'data is no text; give the path of a folder');
  const { policy, problems, ...tables } = await open(options.data, readBuilt);
  const index = await tables.index();
  const lexed = await tables.lexer();
  const told = (section: Section) => sectionJson(policy.page, lexed(section));
  let sections: readonly SectionJson[] | undefined;
  return {
    get sections() {
      sections ??= policy.sections.map(told);
      return sections;
    },
    section: (name) => {
      ensure(['number', 'string'].includes(typeof name), 'the section is no name; give a text or a number');
      const match = topicNamed(policy, String(name));
      return match.kind === 'found' ? told(match.section) : undefined;
    },
    ask: (asked, options = {}) => {
      ensure(typeof asked === 'string', 'the question is no text; give a string');
      ensure(Object(options) === options, 'ask takes no such options; give { brief: true }');
      const question = askedText(asked);
      const finding = lexedFinding(find(policy, index, question), lexed);
      return answerOf(policy, question, options.brief ? briefly(finding, index, lexed) : finding);
    },
    problems: problems.filter(({ severity }) => severity === 'error').map(describeProblem),
  };
}

/**
 * An answer as a part of a mail's body, as `ask --format mail` prints it; empty where there is none.
 *
 * @param options `width` in columns, 30 to 75; without it 72.
 * @throws InputError when the mailing lists would not take such lines.
 */
export function mailBody(answer: Answer, options: { readonly width?: number } = {}): string {
  ensure(isAnswer(answer), 'this is no answer; give what ask gave');
  ensure(Object(options) === options, 'mailBody takes no such options; give { width: 72 }');
  const width = mailWidth(options.width);
  const { answer: section, policy } = answer;
  if (section === undefined) return '';
  const { url, markdown: body, file, line = 1, ...topic } = section;
  const source = url === undefined ? {} : { source: url.replace(/#.*/, '') };
  const place = file === undefined ? {} : { place: { file, line } };
  const lexed = { ...topic, ...source, ...place, body, tokens: shown(lex(body)) };
  // Folders are called by their names.
  const page = file === undefined ? policy : { ...policy, folder: '.' };
  // Its links are absolute, or paths from the folder.
  return renderMail(page, lexed, { width, characters: 'letters', base: '' });
}

/** Whether all that a mail is made of is there. */
function isAnswer(given: Answer): boolean {
  const [title, section] = [given?.policy?.title, given?.answer];
  const needed = section === undefined ? [title] : [title, section?.heading, section?.markdown];
  const others = [section?.url, section?.file, section?.parents].flat().map((text) => text ?? '');
  return [...needed, ...others].every((text) => typeof text === 'string');
}

/** What a JavaScript program gives may be anything. */
function ensure(isRight: boolean, message: string): void {
  if (!isRight) throw new InputError(message);
}
