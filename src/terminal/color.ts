/** When to colour, as `--color` takes it. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/**
 * Whether to colour one stream: the option first, then NO_COLOR (no-color.org: set and not empty), FORCE_COLOR and
 * CLICOLOR_FORCE, TERM=dumb, and last whether the stream is a terminal.
 */
export function wantsColor(
  choice: ColorChoice,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  const forced = [env['FORCE_COLOR'], env['CLICOLOR_FORCE']].filter(isSet);
  if (forced.length > 0) return forced.some((value) => value !== '0' && value !== 'false');
  return isTerminal && env['TERM'] !== 'dumb';
}

/** What the words of a command line choose, which may be too wrong to be parsed: the last `--color` counts. */
export function colorChoiceIn(argv: readonly string[]): ColorChoice {
  const typed = argv
    .flatMap((word, at) =>
      word === '--color' ? [argv[at + 1]] : (/^--color=(.*)$/.exec(word)?.slice(1) ?? []),
    )
    .at(-1);
  return COLOR_CHOICES.find((choice) => choice === typed) ?? 'auto';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
