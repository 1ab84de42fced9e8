/** Whether the locale writes UTF-8: LC_ALL, else LC_CTYPE, else LANG (POSIX 8.2); none set is the C locale. */
export function isUtf8Locale(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG']
    .map((name) => env[name])
    .find((value) => value !== undefined && value !== '');
  return /utf-?8/i.test(locale ?? '');
}

/** The characters that lines are drawn with. */
export interface Drawing {
  readonly rule: string;
  readonly bullet: string;
  readonly quote: string;
  /** Stands in the margin of what answers best. */
  readonly best: string;
}

const UNICODE: Drawing = Object.freeze({
  rule: '\u2500',
  bullet: '\u2022 ',
  quote: '\u2502 ',
  best: '\u258c ',
});
const ASCII: Drawing = Object.freeze({ rule: '-', bullet: '* ', quote: '> ', best: '| ' });

/** Box drawing where the terminal's locale writes UTF-8, else ASCII. */
export function drawingIn(isUtf8: boolean): Drawing {
  return isUtf8 ? UNICODE : ASCII;
}
