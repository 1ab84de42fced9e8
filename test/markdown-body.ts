import fc from 'fast-check';
import { anyText } from './any-text.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Cc: a@b',
      'From me',
      '---',
      '.',
      'diff --git a/a b/a',
      '**strong**',
      '`code with blanks`',
      '[text](https://a.example/)',
      '![](x.png)',
      'https://lore.kernel.org/all/593a98c9-baaa-496b-a9a7-c886463722e1@kernel.dk/',
      'kernel—it',
      '&mdash;&nbsp;&#27;',
      '中文維護者',
      '<b>',
      '[x]',
    ),
  },
);

const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

const block = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '- ',
      '1. ',
      '123456789. ',
      '> ',
      '> > ',
      '# ',
      '    ',
      '- [ ] ',
      '- - - ',
      '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> ',
    ),
    fc.array(line, { minLength: 1, maxLength: 4 }),
  )
  .map(([marker, lines]) => lines.map((text) => marker + text).join('\n'));

const fence = fc.array(line, { maxLength: 3 }).map((lines) => `\`\`\`c\n${lines.join('\n')}\n\`\`\``);

const table = fc
  .array(fc.tuple(line, line), { minLength: 1, maxLength: 3 })
  .map((rows) => ['| a | b |', '|---|--:|', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'));

/** Markdown of all blocks that there are, with words that mail programs, ASCII or a narrow line have trouble with. */
export const markdownBody: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof({ weight: 4, arbitrary: block }, fence, table), { maxLength: 5 })
      .map((blocks) => blocks.join('\n\n')),
  },
  { weight: 1, arbitrary: anyText({ maxLength: 200 }) },
);
