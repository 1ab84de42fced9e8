import { withoutInvisible } from '../markdown/invisible.ts';

/**
 * A command of ours as a person types it in a shell.
 *
 * @param data what `--data` named, so that the command reads the same folder.
 */
export function typed(words: string, data: string | undefined): string {
  return `rustpolicy ${words}${data === undefined ? '' : ` --data ${shellWord(data)}`}`;
}

/** In quotes where the shell would read more in it (POSIX 2.2.2). */
function shellWord(text: string): string {
  const shown = withoutInvisible(text);
  return /^[\w@%+:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
