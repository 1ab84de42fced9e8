const WIDTH = Object.freeze({
  /** Narrower than this, hanging indents leave no room for words. */
  least: 20,
  /** Text is hard to read on longer lines; `--width` goes beyond. */
  cap: 100,
  /** Where there is no terminal to measure: what mail and terminals have in common. */
  unknown: 80,
});

export const LEAST_WIDTH = WIDTH.least;

/** The columns to lay text out in: what was asked for, else the terminal's own within bounds, else 80. */
export function textWidth(asked: number | undefined, columns: number | undefined): number {
  if (asked !== undefined) return asked;
  if (columns === undefined || !Number.isInteger(columns) || columns <= 0) return WIDTH.unknown;
  return Math.min(WIDTH.cap, Math.max(WIDTH.least, columns));
}
