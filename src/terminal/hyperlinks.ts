import type { Io } from './io.ts';

/** When links are OSC 8 hyperlinks, as `--hyperlinks` takes it; where they are not, they are footnotes. */
export const HYPERLINK_CHOICES = ['auto', 'always', 'never'] as const;
export type HyperlinkChoice = (typeof HYPERLINK_CHOICES)[number];

/**
 * Whether links are to be hyperlinks. By itself only where the terminal is known to show them; tmux and screen are
 * not, as they pass on the environment of the terminal around them and drop the addresses.
 *
 * @param pager the pager's command line, undefined for none; only less is known to pass hyperlinks on.
 */
export async function wantsHyperlinks(
  choice: HyperlinkChoice,
  { env, terminal }: Io,
  pager: string | undefined,
): Promise<boolean> {
  if (choice !== 'auto') return choice === 'always';
  if (terminal === undefined || /^(dumb$|screen|tmux)/.test(env['TERM'] ?? '')) return false;
  if (env['TMUX'] !== undefined || env['STY'] !== undefined) return false;
  if (pager !== undefined && !/^(\S*\/)?less(\s|$)/.test(pager)) return false;
  return await terminal.supportsHyperlinks();
}

/** A painted text as an OSC 8 hyperlink; `url` may hold anything, what goes out is printable ASCII. */
export function hyperlink(text: string, url: string): string {
  const address = url.replace(/\p{Surrogate}/gu, '').replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** Whether a URL may be handed to a terminal to open. */
export function isLinkable(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}
