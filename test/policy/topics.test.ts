import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { cited, headingTrail } from '../../src/policy/policy.ts';

function load(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return loadPolicy(sources, 'folder');
}

/** The topics of one file in short: `line name: parents > heading`. */
function topics(text: string, path = 'a.md'): string[] {
  return load({ [path]: text }).policy.sections.map(
    (section) => `${section.place?.line} ${section.name}: ${headingTrail(section)}`,
  );
}

const LONG = 'A word and more of them. '.repeat(200);

describe('a long section', () => {
  const text = (filling: string) =>
    `# Zoo\n\n## Birds {#b}\n\nLead.\n\n### Food\n\n${filling}\n\n#### Seeds\n\nMany.\n\n### Night\n\nDark.\n\n## Food\n\nAll.\n`;

  it('is split at its deeper headings, and its lead stays', () => {
    expect(topics(text('Little.'))).toEqual(['3 birds: Zoo > Birds', '19 food: Zoo > Food']);
    expect(topics(text(LONG))).toEqual([
      '3 birds: Zoo > Birds',
      '7 birds-food: Zoo > Birds > Food',
      '11 seeds: Zoo > Birds > Food > Seeds',
      '15 night: Zoo > Birds > Night',
      '19 food: Zoo > Food',
    ]);
  });

  it.each([
    ['4,000 characters', 'x'.repeat(3_990), 'x'.repeat(4_001)],
    ['60 lines', 'x\n'.repeat(50), 'x\n'.repeat(61)],
  ])('is one of over %s', (_, short, long) => {
    const count = (filling: string) => topics(`## A\n\n${filling}\n\n### B\n`).length;
    expect([count(short.slice(50)), count(long)]).toEqual([1, 2]);
  });

  it('keeps names and anchors of what was there when it is split', () => {
    const named = (filling: string) =>
      load({ 'a.md': text(filling) }).policy.sections.map(({ name, anchor }) => `${name}#${anchor}`);
    expect(named('Little.')).toEqual(['birds#b', 'food#food-1']);
    expect(named(LONG)).toEqual(expect.arrayContaining(named('Little.')));
  });

  it('is no topic itself where nothing stands above its first deeper heading', () => {
    expect(topics(`## A\n\n<!-- x -->\n\n---\n\n### B\n\n${LONG}\n\n### C\n\nc\n`)).toEqual([
      '7 b: A > B',
      '11 c: A > C',
    ]);
  });
});

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

  it('does not reach beyond a question that folds, nor one of a list', () => {
    const { sections } = load({ 'a.md': '## A\n\n??? question "Why?"\n    So.\n\nb\n' }).policy;
    expect(sections.map(({ heading, body }) => `${heading}: ${body}`)).toEqual(['A: b', 'Why?: So.']);
  });
});

describe('a file', () => {
  it.each([
    ['its front matter', '---\ntitle: Snakes\n---\n## Costs\n\nTen.\n', ['Snakes']],
    ['its heading', '# Snakes\n\n## Costs\n\nTen.\n', ['Snakes']],
    ['its name', '## Costs\n\nTen.\n', ['Snakes at home']],
    ['both', '---\ntitle: Snakes\n---\n# Keeping them\n\n## Costs\n\nTen.\n', ['Snakes', 'Keeping them']],
  ])('is what its sections stand under, by %s', (_, text, parents) => {
    expect(load({ '02-snakes_at-home.md': text }).policy.sections).toMatchObject([{ parents }]);
  });

  it('stands in the same order over its first text as over its sections', () => {
    expect(topics('---\ntitle: Snakes\n---\n# Keeping them\n\nHard.\n\n## Costs\n\nTen.\n')).toEqual([
      '4 a: Snakes > Keeping them',
      '8 costs: Snakes > Keeping them > Costs',
    ]);
  });

  it.each([
    [
      'text stands above its first heading',
      'Zara leads.\n\n# Leave\n\nAsk.\n',
      ['4 a: Team', '6 leave: Team > Leave'],
    ],
    [
      'it has several',
      '# Leave\n\nAsk.\n\n# Pay\n\nDue.\n\n## Bonus\n\nJune.\n',
      ['4 leave: Team > Leave', '8 pay: Team > Pay', '12 bonus: Team > Pay > Bonus'],
    ],
  ])('is called by its front matter alone where %s', (_, text, expected) => {
    expect(topics(`---\ntitle: Team\n---\n${text}`)).toEqual(expected);
  });

  it('gives its question to its first section, however many it has', () => {
    const { askedAs } = load({ 'a.md': '---\nquestion: Why?\n---\n## Cause\n\nDamp.\n\n## Cure\n\nHeat.\n' });
    expect(askedAs.sections.map((phrasings) => phrasings.map(({ text }) => text))).toEqual([['Why?'], []]);
  });

  it('is no topic where it shows nothing before its first heading', () => {
    const text = '<!-- translated -->\n\n[![b](c.svg)](d)\n\n## Water\n\nBoil.\n\n## Leaves\n\nTwo.\n';
    expect(topics(text)).toEqual(['5 water: A > Water', '9 leaves: A > Leaves']);
  });
});

it('is called by index.md, README.md or its name', () => {
  expect(load({ 'README.md': '# The Tea\n\nx', 'a.md': '# B\n\nx' }).policy.page.title).toBe('The Tea');
  expect(load({ 'README.md': '# Tea\n\nx', 'index.md': '# Milk\n\nx' }).policy.page.title).toBe('Milk');
  expect(load({ 'docs/README.md': '# Tea\n\nx' }).policy.page.title).toBe('folder');
});

it('says where a section stands, from the folder and from where one is', () => {
  const [section] = load({ 'x/a.md': '\n## A\n\na\n' }).policy.sections;
  if (section === undefined) throw new Error('no section');
  const page = { title: 'T' };
  expect(cited(page, section).place).toBe('x/a.md:2');
  const from = (folder: string) => cited({ ...page, folder }, section).path;
  expect(['.', 'docs', '../d/', '/', '/d'].map(from)).toEqual([
    ...['x/a.md:2', 'docs/x/a.md:2', '../d/x/a.md:2', '/x/a.md:2', '/d/x/a.md:2'],
  ]);
});

describe('a body', () => {
  const body = (text: string) => load({ 'a.md': text }).policy.sections[0]?.body;

  it('holds the footnotes that it calls, one word and several lines long', () => {
    const text =
      '## A\n\nNinety[^1] or[^n].\n\n## B\n\nx\n\n[^1]: Thirty.\n[^n]: One,\n    two.\n[^3]: No.\n';
    expect(body(text)).toBe('Ninety[^1] or[^n].\n\n[^1]: Thirty.\n\n[^n]: One,\n    two.');
  });

  it('lacks what all of a file would repeat to many times its size', () => {
    const note = `[^1]: ${'x'.repeat(50_000)}`;
    const text = `${Array.from({ length: 1_000 }, (_, at) => `## H${at}\n\nx[^1]\n`).join('\n')}\n${note}\n`;
    const bodies = load({ 'a.md': text }).policy.sections.map((section) => section.body);
    expect([bodies[0], bodies.at(-1)]).toEqual([`x[^1]\n\n${note}`, 'x[^1]']);
    expect(bodies.join('').length).toBeLessThan(5 * text.length + 100_000);
  });

  it('has no rule at its edges', () => {
    expect(body('## A\n\n---\n\nx\n\n***\n\ny\n\n---\n\n## B\n\nz\n')).toBe('x\n\n***\n\ny');
  });
});
