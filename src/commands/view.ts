import type { Options } from '../command-line/read.ts';
import type { LexedSection, Page } from '../policy/policy.ts';
import { listMarkdown, renderMarkdown } from '../render/markdown.ts';
import type { Screen } from '../render/paint.ts';
import type { TerminalView } from '../render/terminal.ts';
import { listTabs, renderText } from '../render/text.ts';
import type { OpenPolicy } from '../search/open-policy.ts';
import { isUtf8Locale, pagerCommand, wantsColor, wantsHyperlinks, widthOf } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';

/** The options that all reading commands share, as they were typed. */
export type ViewOptions = Options<'list'>;
export type Format = NonNullable<ViewOptions['format']>;

/** The format and all that depends on the terminal, settled: nothing is left to the environment. */
export interface View extends Screen {
  readonly format: Format;
  /** The command line of the pager, where text may be shown through one. */
  readonly pager: string | undefined;
}

/** The policy, the options and the view of a command that shows what the policy says. */
export interface Context<Given extends ViewOptions = ViewOptions> {
  readonly opened: OpenPolicy;
  readonly options: Given;
  readonly view: View;
}

/** The outcome of a command: text for standard output and standard error, and the exit status where that is not 0. */
export interface Result {
  readonly out: string;
  readonly status?: number;
  readonly error?: string;
  /** A text for standard error behind the output: a count of it. */
  readonly closing?: string;
  /** The command line of the pager that the output may be shown through. */
  readonly pager?: string | undefined;
  /** The output's title, and the lines of it that are to be in sight: a pager is told. */
  readonly title?: string;
  readonly hit?: readonly [first: number, last: number] | undefined;
}

/** Decides format, width, colour, links and pager once, for the whole run. */
export async function viewOf(options: ViewOptions, io: Io): Promise<View> {
  const { out, env } = io;
  const format = options.format ?? (out.isTerminal || options.color === 'always' ? 'terminal' : 'text');
  const isTerminal = format === 'terminal';
  const pager = options.noPager ? undefined : pagerCommand(env);
  return {
    format,
    width: widthOf(format, options.width, io),
    isColored: isTerminal && wantsColor(options.color, env, out.isTerminal),
    isUtf8: isTerminal && isUtf8Locale(env),
    hasHyperlinks: isTerminal && (await wantsHyperlinks(options.hyperlinks, io, pager)),
    pager,
  };
}

/** How sections are shown, and what stands beside them. */
export interface SectionView extends View, TerminalView {
  readonly format: Exclude<Format, 'json'>;
}

/** Sections in any format but JSON, whose document is the command's own; the last tells the page's revision. */
export async function renderSections(
  page: Page,
  sections: readonly LexedSection[],
  view: SectionView,
): Promise<Result> {
  const title = sections.length === 1 ? (sections[0]?.heading ?? '') : page.title;
  if (view.format === 'terminal') {
    // Only here: its parts take longer to load than all the rest.
    const { renderTerminal } = await import('../render/terminal.ts');
    return { ...renderTerminal(page, sections, view), title };
  }
  const { format, width } = view;
  const mail = format === 'mail' ? await import('../render/mail-body.ts') : undefined;
  const texts = sections.map((section, at) => {
    if (mail !== undefined) return mail.renderMail(page, section, { width, characters: 'letters' });
    const isLast = at === sections.length - 1;
    if (format === 'markdown') return renderMarkdown(page, section, isLast);
    return renderText(page, section, width, isLast);
  });
  return { out: texts.join('\n'), title };
}

/** All topics in any format: a table on a terminal, a tab-separated line each in a pipe. */
export async function renderTopics({ opened: { policy }, view }: Context): Promise<Result> {
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
