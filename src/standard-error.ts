import type { InputError } from './errors.ts';
import type { Io } from './io.ts';
import { withoutInvisible } from './markdown/invisible.ts';
import { colorChoiceIn, wantsColor } from './terminal/color.ts';
import { isUtf8Locale } from './terminal/locale.ts';
import { textWidth } from './terminal/width.ts';

/** What a command has to say beside its answer: fitted to a terminal, every line whole in a pipe. */
export async function notice(text: string, { error, env }: Io): Promise<string> {
  if (!error.isTerminal) return text;
  const { fitted } = await import('./terminal/notice.ts');
  return fitted(text, { columns: textWidth(undefined, error.columns), isUtf8: isUtf8Locale(env) });
}

const MESSAGE = Object.freeze({
  /** Characters of a longer message that are shown from its start, and from its end, where it says what to type. */
  start: 400,
  end: 200,
});

/** An error in one line, also on a terminal, so that the command it names can be copied. */
export async function errorLine({ message }: InputError, argv: readonly string[], io: Io): Promise<string> {
  return `${await programName(argv, io)} ${inOneLine(message)}\n`;
}

/** A message may quote what somebody typed, or how a file is called: of any length, with anything in it. */
function inOneLine(message: string): string {
  const line = withoutInvisible(message).replace(/\s*\n\s*/g, ' ');
  if (line.length <= MESSAGE.start + MESSAGE.end) return line;
  return `${line.slice(0, MESSAGE.start)}[...]${line.slice(-MESSAGE.end)}`;
}

async function programName(argv: readonly string[], { error, env }: Io): Promise<string> {
  if (!wantsColor(colorChoiceIn(argv), env, error.isTerminal)) return 'rustpolicy:';
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 }).bold.red('rustpolicy:');
}
