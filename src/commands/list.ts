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
  switch (view.format) {
    case 'json': {
      const { listJson, renderJson } = await import('../render/json.ts');
      return renderJson(listJson(policy));
    }
    case 'text':
      return listTabs(policy);
    case 'markdown':
      return listMarkdown(policy);
    case 'mail': {
      const { renderMailList } = await import('../render/mail-body.ts');
      return renderMailList(policy, { width: view.width, characters: 'letters' });
    }
    case 'terminal': {
      const { listTable } = await import('../render/terminal.ts');
      return listTable(policy, view);
    }
  }
}
