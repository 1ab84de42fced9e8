import type { Options } from '../command-line/read.ts';
import { isUtf8Locale, pagerCommand, wantsColor, wantsHyperlinks } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { mailWidth, textWidth } from '../terminal/width.ts';

/** The options that all reading commands share, as they were typed. */
export type ViewOptions = Options<'list'>;
export type Format = NonNullable<ViewOptions['format']>;

/** The same settled: nothing is left to the environment. */
export interface View {
  readonly format: Format;
  /** Columns. */
  readonly width: number;
  readonly isColored: boolean;
  readonly isUtf8: boolean;
  readonly hasHyperlinks: boolean;
  /** The command line of the pager, where text may be shown through one. */
  readonly pager: string | undefined;
}

/** Decides format, width, colour, links and pager once, for the whole run. */
export async function viewOf(options: ViewOptions, io: Io): Promise<View> {
  const { out, env } = io;
  const format = options.format ?? (out.isTerminal || options.color === 'always' ? 'terminal' : 'text');
  const isTerminal = format === 'terminal';
  const pager = options.noPager ? undefined : pagerCommand(env);
  return {
    format,
    width:
      format === 'mail'
        ? mailWidth(options.width)
        : textWidth(options.width, isTerminal ? (out.columns ?? Number(env['COLUMNS'])) : undefined),
    isColored: isTerminal && wantsColor(options.color, env, out.isTerminal),
    isUtf8: isUtf8Locale(env),
    hasHyperlinks: isTerminal && (await wantsHyperlinks(options.hyperlinks, io, pager)),
    pager,
  };
}
