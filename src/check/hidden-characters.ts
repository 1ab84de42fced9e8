import { invisibleIn } from '../markdown/invisible.ts';
import type { Problem } from '../policy/problem.ts';
import { type SourceFile, withPlainLineEnds } from '../policy/source-file.ts';

/** Lines with characters that show nothing; they are read as if these were not there. */
export function hiddenCharacters({ path, text }: SourceFile): Problem[] {
  const whole = withPlainLineEnds(text);
  if (invisibleIn(whole).length === 0) return [];
  return whole.split('\n').flatMap((line, at) => {
    const names = new Set(invisibleIn(line).map(({ character }) => codePoint(character)));
    if (names.size === 0) return [];
    const message = `${[...names].join(', ')} cannot be seen and is read as if it were not there; delete it`;
    return [{ file: path, line: at + 1, severity: 'warning', message }];
  });
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
