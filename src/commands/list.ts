import { exitStatus } from '../errors.ts';
import type { PolicyText } from '../policy/policy.ts';
import { listMarkdown } from '../render/markdown.ts';
import { listTabs } from '../render/text.ts';
import type { Context, Result, View } from './view.ts';

/** All topics: a table on a terminal, a tab-separated line each in a pipe. */
export async function list({ opened: { policy }, view }: Context): Promise<Result> {
  return { out: await render(policy, view), status: exitStatus.answered };
}

async function render(policy: PolicyText, view: View): Promise<string> {
  const { format, width } = view;
  if (format === 'text') return listTabs(policy);
  if (format === 'markdown') return listMarkdown(policy);
  // The others load more, and only where they are asked for.
  if (format === 'terminal') return (await import('../render/terminal.ts')).listTable(policy, view);
  if (format === 'mail') {
    const { renderMailList } = await import('../render/mail-body.ts');
    return renderMailList(policy, { width, characters: 'letters' });
  }
  const { listJson, renderJson } = await import('../render/json.ts');
  return renderJson(listJson(policy));
}
