import { escaped } from '../markdown/escaped.ts';
import { lex } from '../markdown/lex.ts';
import { type PolicyText, sectionUrl } from '../policy/policy.ts';
import { type MailView, renderStatement } from './mail.ts';

/** The policy's topics as a part of a mail's body. */
export function renderMailList(policy: PolicyText, view: MailView): string {
  const markdown = policy.sections
    .map((section) => `- ${link(section.heading, sectionUrl(policy.page, section))}\n`)
    .join('');
  const tokens = lex(markdown);
  const statement = { says: 'has these sections:', tokens, url: policy.page.source };
  return renderStatement(policy.page, statement, view);
}

function link(label: string, url: string | undefined): string {
  const text = escaped(label);
  return url === undefined ? text : `[${text}](<${url}>)`;
}
