import fc from 'fast-check';
import { anyText } from '../any-text.ts';

/** What commands a terminal, hides, turns round, or means something to a parser on the way. */
const NASTY = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://evil.example/\u001b\\',
  '\u009b31m',
  '\0',
  '\b',
  '\r',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
  '\udc00',
  '\u0301\u0316',
  '\ufdfa',
  '&#27;[31m',
  '&#x9b;',
  '&#x202e;',
  '&ZeroWidthSpace;',
  '__proto__',
  'constructor',
  "='!^|$",
  '$(id)',
  '%s%n',
  '../../etc/passwd',
];

const WORDS = 'who fixes broken builds rust maintainer mantainer kernel c the and is policy'.split(' ');

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: anyText({ maxLength: 10 }) },
  { weight: 1, arbitrary: fc.uint16Array({ maxLength: 6 }).map((units) => String.fromCharCode(...units)) },
);

/** Any text, most often one that has something of a question and something of an attack. */
export const hostileText = fc
  .tuple(fc.array(piece, { maxLength: 14 }), fc.constantFrom(' ', '', '\n'))
  .map(([pieces, gap]) => pieces.join(gap));

const MARKUP = [
  '# Title',
  '## Who fixes broken builds?',
  '## ',
  'Heading\n=======',
  '- item',
  '  - [x] deeper',
  '1. first',
  '> quote',
  '```c\nint x;\n```',
  '~~~',
  '    code',
  '| a | b |\n|---|--:|\n| 1 | 2 |',
  '[text](https://a.example/ "title")',
  '[text](javascript:alert(1))',
  '[ref][x]\n\n[x]: <other.md>',
  '![alt](x.png)',
  '<b onclick=x>html</b>',
  '<!-- comment -->',
  '***',
  '**strong** *em* ~~del~~ `code`',
  '---\ntitle: T\nsource: https://a.example/p\nasked-as:\n  - how\n---',
  '---\ntitle: "\\e[31m\\u202e"\n---',
  '---js\nprocess.exit(1)\n---',
  '{#id}',
  '\t',
];

/** Markdown with everything in it, hostile text too. */
export const hostileMarkdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...MARKUP) }, hostileText), { maxLength: 12 })
  .chain((parts) => fc.constantFrom('\n\n', '\n', ' ').map((gap) => parts.join(gap)));

/** Any bytes, most often such Markdown. */
export const hostileBytes = fc.oneof(
  { weight: 4, arbitrary: hostileMarkdown.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

/** Any name that Linux lets a file have. */
export const fileName = fc
  .oneof(
    fc.constantFrom(
      'index.md',
      '01-a.md',
      'b.md',
      'README.md',
      'c.markdown',
      '\u202egpj.md',
      '\u001b[31m.md',
      '-x.md',
    ),
    hostileText.map((text) => `${text.replace(/[/\0]/g, '').slice(0, 40)}.md`),
  )
  .filter((name) => Buffer.byteLength(name) < 200);
