import { InputError } from './errors.ts';

/** Reads `--width`, in columns. Throws InputError when it is out of bounds. */
export function columns(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const width = Number(typed);
    if (/^\d+$/.test(typed) && width >= least && width <= most) return width;
    throw new InputError(`--width takes a whole number of columns from ${least} to ${most}, not "${typed}"`);
  };
}

/** Reads one of some choices, which `what` takes, as it is typed. Throws InputError for anything else. */
export function oneOf<Choice extends string>(
  what: string,
  choices: readonly Choice[],
): (typed: string) => Choice {
  return (typed) => {
    const chosen = choices.find((choice) => choice === typed);
    if (chosen !== undefined) return chosen;
    throw new InputError(
      `${what} takes ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}, not "${typed}"`,
    );
  };
}
