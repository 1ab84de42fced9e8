import { exitStatus, InputError } from '../errors.ts';
import type { PolicyText, Section } from '../policy/policy.ts';
import { renderJson, showJson } from '../render/json.ts';
import { typed } from '../render/no-answer.ts';
import { topicNamed } from '../search/topic.ts';
import { type Context, type Result, renderSection } from './result.ts';
import type { ViewOptions } from './view.ts';

/** One section, by whatever names it. */
export async function show(topic: string, options: ViewOptions, { opened, view }: Context): Promise<Result> {
  const { policy } = opened;
  const named = sectionNamed(policy, topic, options.data);
  const { format } = view;
  const lexed = await opened.lexer();
  const section = lexed(named);
  const rendered =
    format === 'json'
      ? { out: renderJson(showJson(policy.page, section)), error: '' }
      : await renderSection(policy.page, section, { ...view, format, related: [] });
  return { ...rendered, status: exitStatus.answered };
}

/**
 * The section that a person named.
 *
 * @param data what `--data` named.
 * @throws InputError when the name fits none, with the nearest; or several, with all of them.
 */
export function sectionNamed(policy: PolicyText, topic: string, data: string | undefined): Section {
  const named = topicNamed(policy, topic);
  switch (named.kind) {
    case 'found':
      return named.section;
    case 'ambiguous':
      throw new InputError(`topic "${topic}" could be ${names(named.candidates)}; type more of the name`);
    case 'unknown': {
      const hint = named.nearest.length === 0 ? 'see' : `did you mean ${names(named.nearest)}? See`;
      throw new InputError(`no topic "${topic}"; ${hint} all topics with: ${typed('list', data)}`);
    }
  }
}

function names(sections: readonly Section[]): string {
  const all = sections.map(({ name }) => name);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
