import { describe, expect, it } from 'vitest';
import { load, topics } from './topics.ts';

describe('a heading', () => {
  it.each([
    [
      'a question below a category',
      '## Pets\n\n### May I?\n\nYes.\n\n### Cats\n\nNo.\n',
      ['3 may-i: A > Pets > May I?', '7 cats: A > Pets > Cats'],
    ],
    [
      'one in a list item',
      '1. ### Where to park\n\n   Behind.\n\n2. ### Where to eat\n\n   Above.\n',
      ['1 park: A > Where to park', '5 eat: A > Where to eat'],
    ],
    [
      'a bold line that asks',
      '**Is it open?**\n\nAt nine.\n\n__And on Sundays__?\nNo.\n',
      ['1 open: A > Is it open?', '5 sundays: A > And on Sundays?'],
    ],
    [
      'a summary',
      '<details>\n<summary><b>Open a door</b></summary>\n\nPush.\n\n</details>\n\n<details><summary>Shut it</summary>Pull.</details>\n',
      ['2 open-door: A > Open a door', '8 shut: A > Shut it'],
    ],
    [
      'the one summary of a file, if it asks',
      '**May I paint it?**\n\nNo.\n\n<details>\n<summary>May I sell it?</summary>\n\nNever.\n\n</details>\n',
      ['1 paint: A > May I paint it?', '6 sell: A > May I sell it?'],
    ],
    [
      'the summary that holds one',
      '<details>\n<summary><h3>Doors</h3></summary>\n\nPush.\n\n</details>\n',
      ['2 a: A > Doors'],
    ],
    [
      'a question in bold in a list, with its answer',
      '- **Is it open?**\n\n  At nine.\n- **Is it *free*?**\n  No.\n- **Why?**\n',
      ['1 open: A > Is it open?', '4 free: A > Is it free?'],
    ],
    [
      'one in HTML',
      '<h1 align="center">Tea</h1>\n\nWarm.\n\n<h2>Green</h2>\n\n80 degrees.\n',
      ['1 a: Tea', '5 green: Tea > Green'],
    ],
  ])('may be %s', (_, text, expected) => {
    expect(topics(text)).toEqual(expected);
  });

  it.each([
    ['bold text that does not ask', '**Open.**\n\nAt nine.\n'],
    ['bold text within a line', 'It is **open**? No.\n'],
    [
      'the one summary of a file, if it asks in a word',
      '<details><summary>More?</summary>\n\nNo.\n\n</details>\n',
    ],
    [
      'a summary that comes again',
      '<details><summary>Answer</summary>A</details>\n\n<details><summary>Answer</summary>B</details>\n',
    ],
    [
      'what stands in details whose summary is none',
      '<details><summary>Answer</summary>\n\n#### B\n\nYes.\n\n</details>\n',
    ],
  ])('is not %s', (_, text) => {
    expect(topics(text)).toEqual(['1 a: A']);
  });

  it.each([
    ['a comment', '### <!-- setting x -->'],
    ['nothing', '###'],
    ['an anchor', '### <a name="x"></a>'],
  ])('is none where it shows %s, and its text belongs to the section before', (_, nothing) => {
    const { sections } = load({ 'blog.md': `# T\n\n## A\n\na\n\n${nothing}\n\nb\n\n## B\n\nc\n` }).policy;
    expect(sections.map(({ heading }) => heading)).toEqual(['A', 'B']);
    expect(sections[0]?.body).toMatch(/^a\n[^#]*\nb$/);
  });

  it('is not hidden by details that do not end', () => {
    expect(topics('<details><summary>Answer</summary>\n\nYes.\n\n## Later\n\nNo.\n')).toEqual([
      '1 a: A',
      '5 later: A > Later',
    ]);
  });

  it.each([
    ['## Usage {/*use-it*/}', 'Usage', 'use-it'],
    ['## Usage {: #Use .x }', 'Usage', 'Use'],
    ['## 9.1 { id="9.1" }', '9.1', '9.1'],
    ['## A { data-toc-label="A b" }', 'A', 'a'],
    ['## <!-- icon --> A { #b data-toc-label="A b" }', 'A', 'b'],
    ['## A { data-toc-label="A b" #b }', 'A', 'b'],
    ['## All `*.html` files { data-search-exclude }', 'All *.html files', 'all-html-files'],
    ['## <a name="old"></a>Start', 'Start', 'start'],
    ['## :rocket: Launch it', 'Launch it', 'rocket-launch-it'],
    ['## Use ![new](x.svg) [![b](c.svg)](d)', 'Use', 'use--'],
    ['## It fails!  Why', 'It fails! Why', 'it-fails--why'],
    ['## Price <code>&lt;B&gt;</code>', 'Price <B>', 'price-b'],
    ['## A <ESC> tag', 'A tag', 'a--tag'],
    ['## आरंभ करना', 'आरंभ करना', 'आरंभ-करना'],
    ['## [Freeze][f] of [code]\n\n[f]: /f\n[code]: /c', 'Freeze of code', 'freeze-of-code'],
  ])('is told from what stands beside it: %s', (text, heading, anchor) => {
    const [section] = load({ 'a.md': `${text}\n\nx\n` }).policy.sections;
    expect(section).toMatchObject({ heading, anchor });
  });

  it('has the anchor that GitHub gives it among all of its file', () => {
    const { sections } = load({ 'a.md': '# Same\n\n## Same\n\nx\n', 'b.md': '## Same\n\nx\n' }).policy;
    expect(sections.map(({ anchor }) => anchor)).toEqual(['same-1', 'same']);
  });
});

describe('what a heading stands under', () => {
  const faq = (text: string) => topics(`# Faq\n\n## Billing\n\n### Which cards?\n\nAll.\n\n${text}`).slice(1);

  it.each([
    [
      'no heading of a list that ended',
      '1. ### May I pause?\n\n   Yes.\n\n**Do you ship?**\n\nNo.\n',
      ['9 pause: Faq > Billing > May I pause?', '13 ship: Faq > Billing > Do you ship?'],
    ],
    [
      'no bold line, for what is a heading by its mark',
      '**Do you ship?**\n\nNo.\n\n##### Why so dear?\n\nTax.\n',
      [
        '9 ship: Faq > Billing > Which cards? > Do you ship?',
        '13 dear: Faq > Billing > Which cards? > Why so dear?',
      ],
    ],
    [
      'the summary of the details that it stands in, and no other',
      '## More\n\n<details><summary>Rare</summary>\n\n# Why?\n\nx\n\n**How?**\n\ny\n\n</details>\n<details>\n<summary>Odd</summary>\n\nz\n\n</details>\n\n### Cost?\n\n9.\n',
      [
        '13 why: Faq > More > Rare > Why?',
        '17 how: Faq > More > Rare > Why? > How?',
        '23 odd: Faq > More > Odd',
        '29 cost: Faq > More > Cost?',
      ],
    ],
  ])('is %s', (_, text, expected) => {
    expect(faq(text)).toEqual(expected);
  });

  it.each([
    ['a higher one in it', '2. ### So?\n\n   # Yes\n\n   It is.\n\n'],
    ['a higher one that is set in too little', '2. ### So?\n\n  # Yes\n\n  It is.\n\n'],
    ['its own, however high', '2. # So?\n\n   It is.\n\n'],
  ])('ends with the item: %s', (_, item) => {
    const text = `# Faq\n\n## Core\n\n1. ### Why?\n\n   Because.\n\n${item}3. ### How?\n\n   Thus.\n\n## Next\n\nx\n`;
    const trails = topics(text).map((topic) => topic.replace(/^.*?: /, ''));
    expect(trails.at(0)).toBe('Faq > Core > Why?');
    expect(trails.slice(-2)).toEqual(['Faq > Core > How?', 'Faq > Next']);
  });

  it('is, in an item, all that stands above it there', () => {
    const filling = 'A word and more of them. '.repeat(200);
    const inner = `   # One\n\n   ${filling}\n\n   ## Two\n\n   b\n\n   - ### Three?\n\n     c\n`;
    expect(topics(`# Faq\n\n1. ### So?\n\n   a\n\n${inner}\n2. ### How?\n\n   d\n`)).toEqual([
      '3 so: Faq > So?',
      '7 one: Faq > So? > One',
      '11 two: Faq > So? > One > Two',
      '15 three: Faq > So? > One > Two > Three?',
      '19 how: Faq > How?',
    ]);
  });

  it('is read however many details stand in each other', () => {
    const count = 4_000;
    const open = Array.from(
      { length: count },
      (_, at) => `<details><summary>Is it ${at}?</summary>\n\nx\n\n`,
    );
    expect(topics(open.join('') + '</details>\n\n'.repeat(count))).toHaveLength(count);
  });

  it.each([
    ['a paragraph', '- **Why?**\n\n  So.\n- Or not.\n', 'So.\n\n- Or not.'],
    ['a code block', '- **Why?**\n\n  ```\n  so\n  ```\n- Or not.\n', '```\nso\n```\n\n- Or not.'],
    ['a table', '- ### Why?\n\n  |a|\n  |-|\n  |1|\n- Or not.\n', '|a|\n|-|\n|1|\n\n- Or not.'],
    ['a list', '1. **Why?**\n   So:\n   - x\n2. Or not.\n', 'So:\n- x\n\n2. Or not.'],
  ])('has the items behind its own below %s, apart from it', (_, text, body) => {
    expect(load({ 'a.md': text }).policy.sections.map((section) => section.body)).toEqual([body]);
  });

  it('does not reach beyond a question that folds, nor one of a list', () => {
    const { sections } = load({ 'a.md': '## A\n\n??? question "Why?"\n    So.\n\nb\n' }).policy;
    expect(sections.map(({ heading, body }) => `${heading}: ${body}`)).toEqual(['A: b', 'Why?: So.']);
  });
});
