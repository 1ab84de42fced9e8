import { eitherOf } from '../command-line/command-table.ts';
import { InputError } from '../errors.ts';
import type { PolicyText, Section } from '../policy/policy.ts';
import { renderJson, showJson } from '../render/json.ts';
import { shellLine } from '../render/notice.ts';
import { topicNamed } from '../search/topic.ts';
import { type Context, type Result, renderSections } from './view.ts';

/** The sections that words name, in their order; without a word the whole policy. */
export async function show(words: readonly string[], { opened, options, view }: Context): Promise<Result> {
  const { policy } = opened;
  const lexed = await opened.lexer();
  const named = words.length === 0 ? policy.sections : sectionsNamed(policy, words, options.data);
  const sections = named.map(lexed);
  const { format } = view;
  if (format === 'json') return { out: renderJson(showJson(policy.page, sections)) };
  return renderSections(policy.page, sections, { ...view, format, related: [] });
}

/** The topics that words name, each alone or all together; undefined where they name none. */
export function topicsIn(policy: PolicyText, words: readonly string[]): readonly Section[] | undefined {
  // Of more words than there are topics not each can be one, and to find what is near takes time.
  const alone = words.length > policy.sections.length ? [] : words.map((word) => topicNamed(policy, word));
  const found = alone.flatMap((match) => (match.kind === 'found' ? [match.section] : []));
  if (found.length === words.length) return found;
  const all = words.join(' ').trim();
  const together = [all, all.replace(/\s+/g, '-')].map((name) => topicNamed(policy, name));
  return together.flatMap((match) => (match.kind === 'found' ? [[match.section]] : []))[0];
}

/**
 * The topics that words name.
 *
 * @param data what `--data` named.
 * @throws InputError when a word names none, or they all together do not: with the nearest; or several, with all of them.
 */
export function sectionsNamed(
  policy: PolicyText,
  words: readonly string[],
  data?: string,
): readonly Section[] {
  const sections = topicsIn(policy, words);
  if (sections !== undefined) return sections;
  const few = words.slice(0, policy.sections.length);
  const unknown = few.filter((word) => topicNamed(policy, word).kind !== 'found');
  const refusal = refusalOf(policy, unknown.length < few.length ? (unknown[0] ?? '') : words.join(' '), data);
  if (words.length === 1) throw new InputError(refusal);
  throw new InputError(`${refusal}; to ask a question: ${shellLine(['ask', ...words], data)}`);
}

/** Why a name is no topic's. */
function refusalOf(policy: PolicyText, topic: string, data?: string): string {
  const named = topicNamed(policy, topic);
  if (named.kind === 'ambiguous') {
    return `topic "${topic}" could be ${names(named.candidates)}; type more of the name`;
  }
  const near = named.kind === 'unknown' ? named.nearest : [];
  const hint = near.length === 0 ? 'see' : `did you mean ${names(near)}? See`;
  return `no topic "${topic}"; ${hint} all topics with: ${shellLine(['list'], data)}`;
}

function names(sections: readonly Section[]): string {
  return eitherOf(sections.map(({ name }) => name));
}
