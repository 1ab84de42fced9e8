const LIMIT = Object.freeze({
  /**
   * Lists and quotes within each other. To read Markdown takes time that grows with the square of this, and some
   * thousands run out of stack; people's deepest lists have fewer than ten.
   */
  depth: 40,
});

/** The list markers and quote signs that a line begins with. */
const CONTAINERS = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const MARKER = />|[*+-]|\d+[.)]/g;

/** The first line, from 1, on which lists or quotes are nested too deep to be read; undefined where none is. */
export function tooDeepLine(markdown: string): number | undefined {
  // The columns in which the lists and quotes around a line began; text within them need not be looked at.
  const columns: number[] = [];
  let line = 0;
  for (const text of markdown.split('\n')) {
    line += 1;
    const containers = CONTAINERS.exec(text)?.[0];
    if (containers === undefined) {
      if (/^\S/.test(text)) columns.length = 0;
      continue;
    }
    const column = containers.search(/\S/);
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    const onLine = containers.match(MARKER)?.length ?? 0;
    const isRule = /^[ \t]*([*-])(?:[ \t]*\1)*[ \t]*$/.test(text);
    if (isRule) continue;
    columns.push(column);
    if (columns.length - 1 + onLine > LIMIT.depth) return line;
  }
  return undefined;
}
