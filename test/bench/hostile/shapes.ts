// Texts that are made to be slow to read: every construct's opener, nesting, near miss and continuation, repeated.

/** Where a shape's text is put. */
export type Place = 'page' | 'phrasings' | 'code' | 'ignore' | 'message' | 'question' | 'argument';

/** A text of about so many characters, and where it is put. */
export interface Shape {
  readonly name: string;
  readonly place: Place;
  readonly make: (size: number) => string;
}

/** A construct of Markdown: how it begins, how it ends, and what looks like its beginning and is none. */
interface Construct {
  readonly open: string;
  readonly close: string;
  readonly near: string;
}

const INLINE: Readonly<Record<string, Construct>> = {
  emphasis: { open: '*', close: '*', near: '* ' },
  strong: { open: '**', close: '**', near: '** ' },
  'emphasis by underscores': { open: '_', close: '_', near: '_ ' },
  strikethrough: { open: '~~', close: '~~', near: '~ ' },
  'code span': { open: '`', close: '`', near: '``' },
  link: { open: '[', close: '](u)', near: '](' },
  'link with a destination': { open: '[a](', close: ')', near: '[a](<' },
  'link with a title': { open: '[a](u "', close: '")', near: "[a](u '" },
  'reference link': { open: '[a][', close: ']', near: '[a] [' },
  image: { open: '![', close: '](u)', near: '!!' },
  autolink: { open: '<http://', close: '>', near: '<http:' },
  address: { open: 'a.', close: '@b.example ', near: 'a@' },
  'bare link': { open: 'http://a.', close: ' ', near: 'www.' },
  tag: { open: '<a ', close: '>', near: '<a b="' },
  'closing tag': { open: '</a ', close: '>', near: '</' },
  'tag with an attribute': { open: '<a b="', close: '">', near: "<a b='" },
  comment: { open: '<!--', close: '-->', near: '<!-' },
  instruction: { open: '<?', close: '?>', near: '< ?' },
  declaration: { open: '<!A ', close: '>', near: '<!' },
  'character data': { open: '<![CDATA[', close: ']]>', near: '<![' },
  entity: { open: '&', close: 'amp;', near: '&#' },
  escape: { open: '\\', close: '*', near: '\\\\' },
  'hard break': { open: '  ', close: '\n', near: '\\' },
  attributes: { open: '{#', close: '}', near: '{.' },
  'emoji name': { open: ':', close: ':', near: '::' },
};

const BLOCKS: Readonly<Record<string, Construct>> = {
  heading: { open: '## ', close: ' ##', near: '##' },
  'title heading': { open: '# ', close: ' #', near: '#' },
  'underlined heading': { open: 'a\n', close: '\n---', near: '\n--' },
  quote: { open: '> ', close: '', near: '>' },
  list: { open: '- ', close: '', near: '-' },
  'numbered list': { open: '1. ', close: '', near: '1.' },
  'list by stars': { open: '* ', close: '', near: '* * ' },
  task: { open: '- [ ] ', close: '', near: '- [' },
  'indented code': { open: '    ', close: '', near: '   ' },
  fence: { open: '```\n', close: '\n```', near: '``` ` ' },
  'fence of tildes': { open: '~~~\n', close: '\n~~~', near: '~~' },
  rule: { open: '---\n', close: '', near: '- - ' },
  table: { open: '|a|b|\n|-|-|\n', close: '|c|d|', near: '|-' },
  definition: { open: '[a]: ', close: 'u', near: '[a]:' },
  'definition with a title': { open: '[a]: u "', close: '"', near: "[a]: u '" },
  'block of HTML': { open: '<div>\n', close: '\n</div>', near: '<div' },
  script: { open: '<script>\n', close: '\n</script>', near: '<script' },
  footnote: { open: '[^a]: ', close: '', near: '[^' },
  'quote in a list': { open: '- > ', close: '', near: '->' },
  'list in a quote': { open: '> - ', close: '', near: '>-' },
};

/** A text repeated to about so many characters. */
function filled(unit: string, size: number): string {
  return unit.repeat(Math.max(1, Math.floor(size / unit.length)));
}

/** A text between two halves of about so many characters. */
function nested(open: string, close: string, size: number): string {
  const count = Math.max(1, Math.floor(size / (open.length + close.length)));
  return `${open.repeat(count)}x${close.repeat(count)}`;
}

/** So long that a file of a megabyte has not too many lines to be read. */
const SOME_WORDS = 'the words of a line x';

type Variants = Readonly<Record<string, (construct: Construct) => (size: number) => string>>;

const ALONE: Variants = {
  'opened again and again':
    ({ open }) =>
    (size) =>
      filled(open, size),
  'opened on every line':
    ({ open }) =>
    (size) =>
      filled(`${open}x\n`, size),
  nested:
    ({ open, close }) =>
    (size) =>
      nested(open, close, size),
  'nearly opened':
    ({ near }) =>
    (size) =>
      filled(near, size),
  whole:
    ({ open, close }) =>
    (size) =>
      filled(`${open}x${close} `, size),
  'in paragraphs':
    ({ open, close }) =>
    (size) =>
      filled(`${open}x${close}\n\n`, size),
  'in paragraphs of some words':
    ({ open, close }) =>
    (size) =>
      filled(`${open}${SOME_WORDS}${close}\n\n`, size),
  'on lines of some words':
    ({ open }) =>
    (size) =>
      filled(`${open}${SOME_WORDS}\n`, size),
};

const OF_INLINE: Variants = {
  ...ALONE,
  'in headings':
    ({ open, close }) =>
    (size) =>
      filled(`## ${filled(open, 200)}${close}\n\nx\n\n`, size),
  'in one heading':
    ({ open, near }) =>
    (size) =>
      `## ${filled(open + near, size)}\n\nx\n`,
};

const OF_BLOCKS: Variants = {
  ...ALONE,
  'continued lazily':
    ({ open }) =>
    (size) =>
      `${open}x\n${filled('x\n', size)}`,
  'continued by blanks':
    ({ open }) =>
    (size) =>
      `${open}${' '.repeat(size / 2)}x${' '.repeat(size / 2)}`,
  'continued by tabs':
    ({ open }) =>
    (size) =>
      filled(`${open}x${'\t'.repeat(500)}x\n`, size),
  'before blank lines':
    ({ open }) =>
    (size) =>
      `${open}x${'\n'.repeat(size)}`,
  'set in deeper':
    ({ open }) =>
    (size) =>
      deeper(open, size),
};

/** An opener ever more set in, line by line. */
function deeper(open: string, size: number): string {
  const lines: string[] = [];
  for (let at = 0, length = 0; length < size; at += 1) {
    const line = `${' '.repeat((at * 2) % 400)}${open}x\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join('');
}

function combined(constructs: Readonly<Record<string, Construct>>, variants: Variants): Shape[] {
  return Object.entries(constructs).flatMap(([name, construct]) =>
    Object.entries(variants).map(([variant, make]) => ({
      name: `${name}, ${variant}`,
      place: 'page' as const,
      make: make(construct),
    })),
  );
}

/** Shapes by name, all for one place. */
function shapes(place: Place, texts: Readonly<Record<string, string | ((size: number) => string)>>): Shape[] {
  return Object.entries(texts).map(([name, text]) => ({
    name,
    place,
    make: typeof text === 'string' ? (size) => filled(text, size) : text,
  }));
}

const counted = (size: number, unit: (at: number) => string): string => {
  const all: string[] = [];
  for (let at = 0, length = 0; length < size; at += 1) {
    const text = unit(at);
    all.push(text);
    length += text.length;
  }
  return all.join('');
};

const matter = (yaml: (size: number) => string) => (size: number) =>
  `---\n${yaml(Math.min(size, 65_000))}\n---\n## A\n\nx\n`;

const TEXT = shapes('page', {
  words: 'waiting for the alpha section ',
  'one word': 'a',
  'one word of dots': 'a.',
  'exclamation marks': '!',
  'blank lines': '\n',
  blanks: ' ',
  tabs: '\t',
  'lines of blanks': (size) => filled(`${' '.repeat(500)}\n`, size),
  'no-break spaces': '\u00a0',
  ideographs: '\u4e2d',
  'ideographs and one long word': (size) => filled('\u4e2d', size / 10) + filled('a', size),
  'an ideograph and letters on each line': (size) => filled(`\u4e2d${'a'.repeat(5000)}\n`, size),
  'emoji with joiners': '\u{1f469}\u200d',
  'combining marks': '\u0301',
  'joiners between Persian letters': '\u0645\u200c',
  'variation selectors': '\ufe0f',
  flags: '\u{1f1e9}',
  'bidi controls': '\u202e',
  'distinct words': (size) => counted(size, (at) => `w${at.toString(36)} `),
  'distinct links': (size) => counted(size, (at) => `[a](http://a.example/${at}) `),
  'distinct links, a paragraph each': (size) => counted(size, (at) => `[a](http://a.example/${at})\n\n`),
  'distinct relative links': (size) => counted(size, (at) => `- [a](b${at}.md#c)\n`),
  'links to headings of its own': (size) => counted(size, (at) => `[a](#b${at % 500})\n`),
  'distinct definitions': (size) => counted(size, (at) => `[a${at}]: http://a.example/${at}\n`),
  'definitions and references': (size) =>
    counted(size, (at) => `[a${at}]: u\n\n## h${at}\n\n[a${Math.max(0, at - 1)}] x\n\n`),
  'definitions that every section refers to': (size) =>
    counted(size / 2, (at) => `[a${at}]: u\n`) + filled('## h\n\n[a1] [a2] [a3]\n\n', size / 2),
  'references without a definition': (size) => counted(size, (at) => `[a${at}] `),
  'distinct headings': (size) => counted(size, (at) => `## h${at}\n\nx\n\n`),
  'equal headings': '## h\n\nx\n\n',
  'headings that are longer than any name': (size) =>
    counted(size, (at) => `## ${filled('long ', 300)}${at}\n\nx\n\n`),
  'headings alone': '## h\n',
  'headings of all levels': '# a\n## b\n### c\n#### d\n',
  'headings of classes': '## a {.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a\n\n',
  'a heading of classes': (size) => `## a {${filled('.a', size)}\n\nx\n`,
  'heading with tabs in it': (size) => filled(`## a${'\t'.repeat(2000)}b\n`, size),
  'a heading of tabs': (size) => `## a${'\t'.repeat(size)}b\n\nx\n`,
  'a heading of blanks': (size) => `## a${' '.repeat(size)}b\n\nx\n`,
  'a heading of signs': (size) => `## a ${filled('#', size)} b\n\nx\n`,
  'an item with lazy lines': (size) => `- a\n${filled('b\n', size)}`,
  'items with lazy lines': (size) => filled(`- a\n${'b\n'.repeat(500)}`, size),
  'a quote, an item and lazy lines': (size) => `> - a\n${filled('b\n', size)}`,
  'a quote, a quote and lazy lines': (size) => `> > a\n${filled('b\n', size)}`,
  'quotes of items': '> - a\n>   b\n',
  'a list of lists': '- a\n  - b\n    - c\n',
  'items parted by blank lines': '- a\n\n\n\n',
  'an item of blank lines': (size) => `- a\n${filled('\n', size)}  b\n`,
  'numbered items': (size) => counted(size, (at) => `${at}. a\n`),
  'items of all markers': '- a\n* b\n+ c\n1. d\n2) e\n',
  'a code block of blank lines': (size) => `\`\`\`\n${filled('\n', size)}x\n\`\`\`\n`,
  'a code block without end': (size) => `\`\`\`\n${filled('code here\n', size)}`,
  'code blocks of blank lines': (size) => filled(`\`\`\`\n${'\n'.repeat(2000)}x\n\`\`\`\n`, size),
  'indented code of blank lines': (size) => `    a\n${filled('    \n', size)}    b\n`,
  'a code span of blanks': (size) => `\`${' '.repeat(size)}\`\n`,
  'backticks of growing number': (size) => counted(size, (at) => `${'`'.repeat(1 + (at % 200))} `),
  'a table of many columns': (size) =>
    `${filled('|a', size / 3)}|\n${filled('|-', size / 3)}|\n${filled('|b', size / 3)}|\n`,
  'a table of many rows': (size) => `|a|b|\n|-|-|\n${filled('|c d e f|g|\n', size)}`,
  'a table of escapes': (size) => `|a|b|\n|-|-|\n|${filled('\\|', size)}|\n`,
  'a table with wide cells': (size) =>
    `|a|b|\n|-|-|\n|${filled('wide words ', size / 2)}|${filled('more words ', size / 2)}|\n`,
  tables: '|a|b|\n|-|-|\n|c|d|\n\n',
  'a table of pipes': (size) => `${filled('|', size)}\n${filled('-|', size)}\n`,
  'HTML of one line': (size) => `<div>${filled('<b>', size)}\n`,
  breaks: '<br>',
  'breaks with blanks': (size) => filled(`<br${' '.repeat(500)}`, size),
  'comments in a line': 'a <!-- b --> ',
  'comments over lines': '<!--\nb\n-->\n',
  'ids in HTML': '<a id="b">\n',
  'ids without end': (size) => `<a${filled(' id="', size)}`,
  numbers: '1234567890',
  'signs of words': '+#',
  apostrophes: "a'",
  'underscores in a word': 'a_',
  'mixed openers': '*_[~`<![(',
  'mixed openers on lines': '*_[\n~`<\n![(\n',
  'brackets within brackets': (size) => nested('[', ']', size),
  'parentheses within parentheses': (size) => `[a](${nested('(', ')', size)})`,
  'escaped brackets': '\\[\\]',
  'a label of a thousand letters': (size) => filled(`[${'a'.repeat(998)}] `, size),
  ampersands: '&amp',
  'numeric entities': '&#27;',
  'long entities': (size) => `&${filled('a', size)};`,
  'at signs': '@',
  addresses: 'a@b.example ',
  'an address of dots': (size) => `${filled('a.', size)}@b.example`,
  'an address of dots behind it': (size) => `a@${filled('b.', size)}`,
  'addresses that do not end': 'mailto:a@b',
  'a URL of brackets': (size) => `http://a.example/${filled('(', size)}`,
  'a URL of dots': (size) => `http://a.example/${filled('.', size)} x`,
  'URLs without a blank': 'http://a.example/http://',
  'carriage returns': '\r',
  'line ends of all kinds': 'a\r\nb\rc\n',
  'escape codes': '\u001b[31m',
  NULs: '\0',
});

const MATTER = shapes('page', {
  'front matter without end': (size) => `---\na: b\n${filled('c\n', size)}`,
  'front matter of blank lines': matter((size) => `a: b\n${'\n'.repeat(size)}c: d`),
  'front matter of lines of blanks': matter((size) => filled(`${' '.repeat(80)}\n`, size)),
  'front matter of keys': matter((size) => counted(size, (at) => `k${at}: v\n`)),
  'front matter of comments': matter((size) => filled('# c\n', size)),
  'front matter of empty comments': matter((size) => filled('#\n', size)),
  'front matter of aliases': matter(
    (size) => `a: &a ${'word '.repeat(4000)}\nquestions: [${filled('*a,', size - 21_000)}x]`,
  ),
  'front matter of a few long aliases': matter(
    (size) => `a: &a ${'word '.repeat(10_000)}\nquestions: [${filled('*a,', Math.min(200, size))}x]`,
  ),
  'front matter of nested lists': matter((size) => nested('[', ']', Math.min(size, 8000))),
  'front matter of lists deep in lists': matter((size) => `a: ${nested('[', ']', size)}`),
  'front matter of maps deep in maps': matter((size) => `a: ${nested('{a: ', '}', size)}`),
  'front matter of open lists': matter((size) => `a: ${filled('[', size)}`),
  'front matter of items': matter((size) => `questions:\n${counted(size, (at) => `- q${at}\n`)}`),
  'front matter of equal items': matter((size) => `questions:\n${filled('- q\n', size)}`),
  'front matter of a quoted text': matter((size) => `title: "${filled('\\n', size)}"`),
  'front matter of a folded text': matter((size) => `title: >\n${filled('  a\n', size)}`),
  'front matter of a literal text': matter((size) => `title: |\n${filled('  \n', size)}`),
  'front matter of merges': matter((size) => `a: &a {b: c}\n${filled('<<: *a\n', size)}`),
  'front matter of anchors': matter((size) => counted(size, (at) => `k${at}: &a${at} v\n`)),
  'front matter of dashes': matter((size) => filled('- ', size)),
  'front matter of questions': matter((size) => filled('? ', size)),
  'front matter of colons': matter((size) => filled('a: ', size)),
  'front matter of tags': matter((size) => filled('!a ', size)),
  'front matter of one long title': matter((size) => `title: ${filled('a', size)}`),
  'front matter of a title of links': matter((size) => `title: "${filled('[a](', size)}"`),
  'front matter of a source': matter((size) => `source: https://a.example/${filled('a/', size)}`),
  'front matter in TOML': (size) => `+++\n${filled('a = 1\n', size)}+++\n`,
  'fences of front matter': '---\n',
  'fences of blanks': (size) => `---${' '.repeat(size)}\na: b\n---\n`,
});

const PHRASINGS = shapes('phrasings', {
  'a list of questions': (size) => counted(size, (at) => `- who waits for w${at.toString(36)}\n`),
  'a list of equal questions': '- who waits\n',
  'a list of one letter': '- a\n',
  'a list of long questions': (size) => filled(`- ${'waiting for alpha '.repeat(500)}\n`, size),
  'one question': (size) => `- ${filled('waiting ', size)}\n`,
  'one word': (size) => `- ${filled('a', size)}\n`,
  'questions in quotes': '> waiting for alpha\n\n- who waits\n\n',
  'questions below headings': '## waiting\n\n- who waits\n\n',
  'questions in lists of lists': '- who\n  - waits\n    - here\n',
  'questions with lazy lines': (size) => `- who\n${filled('waits\n', size)}`,
  'questions of marks': (size) => `- ${filled('*a', size)}\n`,
  'distinct words': (size) => counted(size, (at) => `- w${at.toString(36)} q${at.toString(36)}\n`),
});

const IGNORE = shapes('ignore', {
  patterns: (size) => counted(size, (at) => `p${at}\n`),
  'equal patterns': 'p\n',
  'a line of question marks': '?',
  'lines of question marks': (size) => filled(`${'?'.repeat(60)}\n`, size),
  'a line of stars': '*',
  'lines of stars': '*a*a*b\n',
  'lines of two stars apart': (size) => counted(size, (at) => `*a*b${at}\n`),
  'lines of two stars': '**/a\n',
  'a line of two stars': '**/',
  'a line of brackets': '[',
  'lines of brackets': '[a-z][a-z]\n',
  'a bracket without end': (size) => `[${filled('a', size)}`,
  'ranges out of order': '[z-a]\n',
  'lines of backslashes': '\\\n',
  'a line of backslashes': '\\',
  negations: '!a\n',
  'a line of exclamation marks': '!',
  slashes: '/',
  'lines of slashes': '/a/b/\n',
  comments: '# c\n',
  'blank lines': '\n',
  'lines of blanks': (size) => filled(`a${' '.repeat(500)}\n`, size),
  'a line of blanks': (size) => `a${' '.repeat(size)}b`,
  'a long name': 'a',
  parentheses: '(',
  'signs of regular expressions': '(a+)+$\n',
  'not UTF-8, as it seems': '\ufffd\n',
  dots: '.\n',
});

const HEAD = 'From: A <a@b.example>\nMessage-ID: <1@b.example>\nSubject: builds\n';
const body = (unit: string | ((size: number) => string)) => (size: number) =>
  `${HEAD}\n${typeof unit === 'string' ? filled(unit, size) : unit(size)}`;
const header = (name: string, unit: string) => (size: number) =>
  `${HEAD}${name}: ${filled(unit, size)}\n\nwho fixes a broken build?\n`;
const html = (unit: string) => (size: number) => `${HEAD}Content-Type: text/html\n\n${filled(unit, size)}`;
const multipart = (unit: string) => (size: number) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${filled(unit, size)}`;
const flowed = (unit: string) => (size: number) =>
  `${HEAD}Content-Type: text/plain; format=flowed\n\n${filled(unit, size)}`;

const MESSAGE = shapes('message', {
  'body of blank lines': body('\n'),
  'body of words': body('who fixes a broken build? '),
  'body of short lines': body('a\n'),
  'body of long lines': body(`${'a '.repeat(450)}\n`),
  'body of one line': body('a'),
  'body of questions': body('Who fixes a broken build?\n\n'),
  'body of quotes': body('> a\n'),
  'body of deep quotes': body(`${'>'.repeat(500)}a\n`),
  'body of quote signs': body('>'),
  'body of signatures': body('-- \n'),
  'body of dashes': body('--\n'),
  'body of attributions': body('On Monday, A wrote:\n'),
  'body of patches': body('diff --git a/a b/a\n+a\n'),
  'body of blanks': body(' '),
  'body of ideographs': body('\u4e2d'),
  'body of an ideograph and letters on each line': body(`\u4e2d${'a'.repeat(10_000)}\n`),
  'body of bidi controls': body('\u202e'),
  'body of links': body('http://a.example/ '),
  'body of carriage returns': body('\r'),
  'body of NULs': body('\0'),
  'body of distinct words': body((size) => counted(size, (at) => `w${at.toString(36)} `)),
  'flowed lines': flowed('a \n'),
  'flowed quotes': flowed('> a \n'),
  'HTML of open tags': html('<a href="x" '),
  'HTML of elements': html('<div>a</div>'),
  'HTML of nested elements': html('<div>'),
  'HTML of comments': html('<!--'),
  'HTML of entities': html('&amp;'),
  'HTML of tables': html('<table><tr><td>a'),
  parts: multipart('--b\n\na\n'),
  'parts without end': multipart('--b\nContent-Type: multipart/mixed; boundary=b\n\n'),
  boundaries: multipart('--b\n'),
  'quoted-printable': (size) =>
    `${HEAD}Content-Transfer-Encoding: quoted-printable\n\n${filled('=41=\n', size)}`,
  base64: (size) => `${HEAD}Content-Transfer-Encoding: base64\n\n${filled('QUFB\n', size)}`,
  addresses: header('To', 'a@b.example, '),
  'brackets for addresses': header('Cc', '('),
  'quotes for addresses': header('Cc', '"'),
  'groups for addresses': header('Cc', 'a:;'),
  references: header('References', '<a@b.example> '),
  'encoded words': header('Subject', '=?utf-8?q?a?= '),
  'encoded words without end': header('Subject', '=?'),
  'a folded header': header('Subject', 'a\n '),
  'a header of parameters': header('Content-Type', 'text/plain; a=b; '),
  headers: (size) => `${filled('X-A: b\n', size)}${HEAD}\nwho fixes a broken build?\n`,
  'received lines': (size) => `${filled('Received: from a by b\n', size)}${HEAD}\nx\n`,
});

const WORDS = {
  words: 'who fixes broken builds ',
  'one word': 'a',
  'unknown words': (size: number) => counted(size, (at) => `q${at.toString(36)}z `),
  'misspelt words': (size: number) =>
    counted(size, (at) => `brokn${String.fromCodePoint(97 + (at % 26))} biulds `),
  blanks: (size: number) => `who${' '.repeat(size)}fixes`,
  tabs: (size: number) => `who${'\t'.repeat(size)}fixes`,
  'line ends': (size: number) => `who${'\n'.repeat(size)}fixes`,
  ideographs: '\u4e2d',
  'combining marks': 'a\u0301',
  ligatures: '\ufdfa',
  'escape codes': '\u001b[31m',
  'bidi controls': 'a\u202e',
  quotes: '\'"',
  brackets: '(',
  'angle brackets': '<',
  'at signs': '@',
  dots: 'a.',
  dashes: '-',
  'equals signs': '=',
  hashes: '#',
  slashes: '/',
  commas: ',',
  backslashes: '\\',
  addresses: 'a@b.example,',
};

const OPENERS = [
  '"',
  "'",
  '`',
  '`${',
  '/*',
  '//',
  '#',
  '(',
  '[',
  '{',
  '<',
  '<script>',
  '[a](',
  '\\',
  '/',
  '=',
  ':',
  '$(',
  '<<A\n',
  'a.',
  '0',
  '@',
  '-',
  'if ',
  'fn a(',
  '*',
  '&',
  '<a b=',
  '"""',
  ' ',
  '\t',
  '\n',
  'a b ',
  'class A<',
];

const CODE: readonly Shape[] = OPENERS.map((opener) => ({
  name: `code of ${JSON.stringify(opener)}`,
  place: 'code' as const,
  make: (size) => {
    const block = `\`\`\`rust\n${filled(opener, 3900)}\n\`\`\`\n\n`;
    return filled(block, Math.max(block.length, size));
  },
}));

/** All shapes; names are unique within a place. */
export const SHAPES: readonly Shape[] = [
  ...combined(INLINE, OF_INLINE),
  ...combined(BLOCKS, OF_BLOCKS),
  ...TEXT,
  ...MATTER,
  ...PHRASINGS,
  ...IGNORE,
  ...MESSAGE,
  ...shapes('question', WORDS),
  ...shapes('argument', WORDS),
  ...CODE,
];
