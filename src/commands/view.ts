import {
  type ColorChoice,
  type HyperlinkChoice,
  isUtf8Locale,
  pagerCommand,
  wantsColor,
  wantsHyperlinks,
} from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { mailWidth, textWidth } from '../terminal/width.ts';

export const FORMATS = ['terminal', 'text', 'mail', 'markdown', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The options that all reading commands share, as they were typed. */
export interface ViewOptions {
  readonly format?: Format;
  readonly width?: number;
  readonly color: ColorChoice;
  readonly hyperlinks: HyperlinkChoice;
  readonly noPager?: true;
  readonly data?: string;
}

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
