import { listMarkdown } from '../render/markdown.ts';
import { listTabs } from '../render/text.ts';
import type { Context, Result } from './view.ts';

/** All topics: a table on a terminal, a tab-separated line each in a pipe. */
export async function list({ opened: { policy }, view }: Context): Promise<Result> {
  const { format, width } = view;
  if (format === 'text') return { out: listTabs(policy) };
  if (format === 'markdown') return { out: listMarkdown(policy) };
  // The others load more, and only where they are asked for.
  if (format === 'terminal') return { out: (await import('../render/terminal.ts')).listTable(policy, view) };
  if (format === 'mail') {
    const { renderMailList } = await import('../render/mail-body.ts');
    return { out: renderMailList(policy, { width, characters: 'letters' }) };
  }
  const { listJson, renderJson } = await import('../render/json.ts');
  return { out: renderJson(listJson(policy)) };
}
