/** Sizes in pixels: a common monospaced font is 0.6 of its size wide. */
const GRID = Object.freeze({ font: 14, column: 8.4, line: 19, margin: 16 });

/** Readable on a white and on a black page: the picture has its own ground. Palette entries are xterm's. */
const COLORS = Object.freeze({ ground: '#1e1e1e', text: '#e4e4e4', palette: { 1: '#ff6b6b', 5: '#e08be0' } });

const FONT = "'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace";

/** Lines of a screen as an SVG of text, which can be read, searched and copied; `title` says what was typed. */
export function svgOf(lines, { columns, title }) {
  const width = Math.round(columns * GRID.column + 2 * GRID.margin);
  const height = lines.length * GRID.line + 2 * GRID.margin;
  const texts = lines.flatMap((runs, row) =>
    runs.map((run) => textOf(run, GRID.margin + (row + 0.75) * GRID.line)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${COLORS.ground}"/>`,
    `<g font-family="${FONT}" font-size="${GRID.font}" fill="${COLORS.text}" xml:space="preserve">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function textOf({ column, style, text }, y) {
  const shown = text.trimStart();
  const x = GRID.margin + (column + text.length - shown.length) * GRID.column;
  const trimmed = shown.trimEnd();
  // The length is given, so that every font keeps to the grid.
  const length = (trimmed.length * GRID.column).toFixed(1);
  const attributes = [
    `x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${length}"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.italic ? ['font-style="italic"'] : []),
    ...(style.underline ? ['text-decoration="underline"'] : []),
    ...(style.dim ? ['opacity="0.65"'] : []),
    ...(style.color === undefined ? [] : [`fill="${COLORS.palette[style.color] ?? COLORS.text}"`]),
  ];
  return `<text ${attributes.join(' ')}>${escaped(trimmed)}</text>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
