import type { LexedSection, Page, Section } from '../policy/policy.ts';
import { renderMarkdown } from '../render/markdown.ts';
import type { QuestionMatch } from '../render/paint.ts';
import { renderText } from '../render/text.ts';
import type { OpenPolicy } from '../search/open-policy.ts';
import type { Format, View } from './view.ts';

/** What a command that shows what the policy says works with beside what was typed. */
export interface Context {
  readonly opened: OpenPolicy;
  readonly view: View;
}

/** What a command gives: text for standard output and standard error, and the exit status. */
export interface Result {
  readonly out: string;
  readonly error: string;
  readonly status: number;
  /** What standard error says behind the output: a count of it. */
  readonly closing?: string;
  /** The command line of the pager that the output may be shown through. */
  readonly pager?: string | undefined;
  /** What a pager is told of the output. */
  readonly paged?: {
    readonly title: string;
    readonly hit?: readonly [first: number, last: number] | undefined;
  };
}

/** How a section is shown, and what stands beside it. */
export interface SectionView extends View {
  readonly format: Exclude<Format, 'json'>;
  readonly asked?: QuestionMatch;
  readonly related: readonly Section[];
  /** The folder that `--data` names. */
  readonly data?: string | undefined;
  /** False before another section of the page. */
  readonly isLast?: boolean;
}

/** A section in any format but JSON, whose document is the command's own; and what of it the format could not show. */
export async function renderSection(
  page: Page,
  section: LexedSection,
  view: SectionView,
): Promise<Pick<Result, 'out' | 'error' | 'paged'>> {
  switch (view.format) {
    case 'text':
      return { out: renderText(page, section, view.width, view.isLast), error: '' };
    case 'markdown':
      return { out: renderMarkdown(page, section, view.isLast), error: '' };
    case 'mail': {
      const { renderMail } = await import('../render/mail-body.ts');
      return {
        out: renderMail(page, section, { width: view.width, characters: 'letters' }),
        error: '',
      };
    }
    case 'terminal': {
      // Only here: its parts take longer to load than all the rest.
      const { Chalk, markedLines, renderTerminal } = await import('../render/terminal.ts');
      const chalk = new Chalk({ level: view.isColored ? 1 : 0 });
      const out = await renderTerminal(page, section, { ...view, chalk, asked: view.asked });
      const hit = view.asked?.passage === undefined ? undefined : markedLines(out, view.isUtf8);
      return { out, error: '', paged: { title: section.heading, hit } };
    }
  }
}
