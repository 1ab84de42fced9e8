import type { Io } from '../io.ts';
import { mailWidth } from '../mail/width.ts';
import type { Page, Section } from '../policy/policy.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { type ColorChoice, wantsColor } from '../terminal/color.ts';
import { textWidth } from '../terminal/width.ts';

export const FORMATS = ['terminal', 'text', 'mail', 'markdown', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The options that all reading commands share, as they were typed. */
export interface ViewOptions {
  readonly format?: Format;
  readonly width?: number;
  readonly color: ColorChoice;
  readonly data?: string;
}

/** The same settled: nothing is left to the environment. */
export interface View {
  readonly format: Format;
  /** Columns. */
  readonly width: number;
  readonly isColored: boolean;
}

/** Decides format, width and colour once, for the whole run. */
export function viewOf(options: ViewOptions, { out, env }: Io): View {
  const format = options.format ?? (out.isTerminal ? 'terminal' : 'text');
  return {
    format,
    width:
      format === 'mail'
        ? mailWidth(options.width)
        : textWidth(options.width, format === 'terminal' ? out.columns : undefined),
    isColored: format === 'terminal' && wantsColor(options.color, env, out.isTerminal),
  };
}

/** A section for standard output, and for standard error what of it the format could not show. */
export interface Rendered {
  readonly out: string;
  readonly error: string;
}

/** A section in any format but JSON, whose document is the command's own. */
export async function renderSection(
  page: Page,
  section: Section,
  {
    format,
    width,
    isColored,
    related,
  }: View & { readonly format: Exclude<Format, 'json'>; related: readonly Section[] },
): Promise<Rendered> {
  switch (format) {
    case 'text':
      return { out: renderText(page, section, width), error: '' };
    case 'markdown':
      return { out: renderMarkdown(page, section), error: '' };
    case 'mail': {
      const { mailNotice, renderMail } = await import('../render/mail.ts');
      return {
        out: renderMail(page, section, { width, characters: 'ascii' }),
        error: mailNotice(page, section),
      };
    }
    case 'terminal': {
      // Only here: its parts take longer to load than all the rest.
      const { Chalk } = await import('chalk');
      const { renderTerminal } = await import('../render/terminal.ts');
      const chalk = new Chalk({ level: isColored ? 1 : 0 });
      return { out: renderTerminal(page, section, { width, chalk, related }), error: '' };
    }
  }
}
