/**
 * The text of `format=flowed` (RFC 3676): without the blank that stuffs a line. Lines stay as they were sent, but with
 * `delsp=yes` words were cut at their ends, so those of a paragraph are joined.
 */
export function unflowed(text: string, isDelSp: boolean): string {
  const lines: string[] = [];
  let open: string | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    const marks = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length).replace(/^ /, '');
    const flows = isDelSp && content.endsWith(' ') && content !== '-- ';
    const part = flows ? content.slice(0, -1) : content;
    if (open === marks && content !== '-- ') lines.push(`${lines.pop()}${part}`);
    else lines.push(marks === '' ? part : `${marks} ${part}`);
    open = flows ? marks : undefined;
  }
  return lines.join('\n');
}
