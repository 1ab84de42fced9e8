import { describe, expect, it } from 'vitest';
import { cited } from '../../src/policy/policy.ts';
import { load, topics } from './topics.ts';

const INDEX =
  '---\ntitle: Rules\nsource: https://example.org/rules\nrevision: 0123456789ab\nupdated: 2025-01-31\n---\n# Rules\n\nintro\n';

const texts = (phrasings: readonly { readonly text: string }[]) => phrasings.map(({ text }) => text);

describe('a loaded folder', () => {
  it('numbers sections in file order, the introduction of index.md being 0', () => {
    const { policy } = load({ '10-z.md': '## Z\n\nz', '2-a.md': '## A\n\na', 'index.md': INDEX });
    expect(policy.sections.map(({ number, name, heading }) => [number, name, heading])).toEqual([
      [0, 'about', 'Rules'],
      [1, 'a', 'A'],
      [2, 'z', 'Z'],
    ]);
  });

  it('takes the page from the front matter of index.md', () => {
    expect(load({ 'index.md': INDEX }).policy.page).toEqual({
      title: 'Rules',
      source: 'https://example.org/rules',
      revision: '0123456789ab',
      updated: '2025-01-31',
    });
  });

  it('joins phrasings to the topic that their file is named after', () => {
    const { askedAs, problems } = load({
      '01-a.md': '## A\n\na',
      '02-b.md': '## B\n\nb',
      'asked-as/b.md': '## Group\n\n- one\n- two\n',
    });
    expect(askedAs.sections.map(texts)).toEqual([[], ['one', 'two']]);
    expect(problems).toEqual([]);
  });

  it('knows where sections and phrasings stand', () => {
    const { policy, askedAs } = load({
      'a.md': '---\nasked-as:\n- w\n---\n\n## A\n\na',
      'b.md': '---\ntitle: B\n---\n## C\n\nc\n\n## D\n\nd',
      'asked-as/a.md': '---\nby: x\n---\n# Group\n\n- y\n- z\n',
    });
    expect(policy.sections.map(({ place }) => place)).toEqual([
      { file: 'a.md', line: 6 },
      { file: 'b.md', line: 4 },
      { file: 'b.md', line: 8 },
    ]);
    expect(askedAs).toEqual({
      sections: [
        [
          { text: 'w', file: 'a.md', line: 3 },
          { text: 'y', file: 'asked-as/a.md', line: 6 },
          { text: 'z', file: 'asked-as/a.md', line: 7 },
        ],
        [],
        [],
      ],
      elsewhere: [],
    });
  });

  it('takes phrasings of a file with one section from its front matter', () => {
    expect(load({ 'a.md': '---\nasked-as: [x, y]\n---\n## A\n\na' }).askedAs.sections.map(texts)).toEqual([
      ['x', 'y'],
    ]);
  });

  it('takes phrasings of front matter for the first section of several', () => {
    const { problems, askedAs } = load({ 'a.md': '---\nasked-as: [x]\n---\n## A\n\na\n\n## B\n\nb' });
    expect([problems, askedAs.sections.map(texts)]).toEqual([[], [['x'], []]]);
  });

  it('says that phrasings in front matter are no texts', () => {
    const { problems, askedAs } = load({ 'a.md': '---\ntitle: T\nasked-as: {x: y}\n---\n## A\n\na' });
    const message = 'asked-as in front matter is not a list of texts (left out)';
    expect(problems).toEqual([{ file: 'a.md', line: 3, severity: 'error', message }]);
    expect(askedAs.sections).toEqual([[]]);
  });

  it('says what of front matter is no text, and no question', () => {
    const fields = 'title: [a, b]\nsource: {a: b}\nquestion: {a: b}\nquestions: [{a: b}]\nrevision: [a]\n';
    const said = (path: string) =>
      load({ [path]: `---\n${fields}---\n## A\n\na` }).problems.map(
        ({ line, message }) => `${line} ${message}`,
      );
    const ofFile = [
      '2 title in front matter is not a text (left out)',
      '3 source in front matter is not a text (left out)',
      '4 question in front matter is not a list of texts (left out)',
      '5 questions in front matter is not a list of texts (left out)',
    ];
    expect(said('a.md').toSorted()).toEqual(ofFile);
    expect(said('index.md').toSorted()).toEqual([
      ...ofFile,
      '6 revision in front matter is not a text (left out)',
    ]);
  });

  it('says that phrasings belong to no topic', () => {
    const { problems } = load({ 'a.md': '## A\n\na', 'asked-as/b.md': '- x' });
    expect(problems).toEqual([
      { file: 'asked-as/b.md', line: 1, severity: 'error', message: expect.stringContaining('"b"') },
    ]);
  });

  it('reads what is asked elsewhere, and where', () => {
    const elsewhere = '---\nasked-as: [which rustc]\nsee: [https://example.org/rustc]\n---\nSee the guide.\n';
    const { policy, askedAs } = load({ 'a.md': '## A\n\na', 'elsewhere/toolchain.md': elsewhere });
    expect(policy.elsewhere).toEqual([
      { name: 'toolchain', answer: 'See the guide.', see: ['https://example.org/rustc'] },
    ]);
    expect(askedAs.elsewhere.map(texts)).toEqual([['which rustc']]);
  });

  it('leaves out what is elsewhere where it leads to no web page', () => {
    const text = '---\ntitle: T\nsee: [https://example.org/, ftp://x]\n---\nSee.';
    const { policy, problems } = load({ 'a.md': '## A\n\na', 'elsewhere/x.md': text });
    const message = 'see holds "ftp://x", which is no http or https URL (file left out)';
    expect(policy.elsewhere).toEqual([]);
    expect(problems).toEqual([{ file: 'elsewhere/x.md', line: 3, severity: 'error', message }]);
  });

  it('says what of a question elsewhere is no list, and keeps it', () => {
    const text = '---\nsee: {x: y}\nasked-as: [{x: y}]\n---\nSee.';
    const { policy, problems } = load({ 'a.md': '## A\n\na', 'elsewhere/x.md': text });
    expect(policy.elsewhere).toEqual([{ name: 'x', answer: 'See.', see: [] }]);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'see in front matter is not a list of texts (left out)'],
      [3, 'asked-as in front matter is not a list of texts (left out)'],
    ]);
  });

  it('names a file of which something is broken, and keeps the rest', () => {
    const { policy, problems } = load({ 'a.md': '---\n: [\n---\n## A\n\na', 'b.md': '## B\n\nb' });
    expect(policy.sections.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(problems.map(({ file }) => file)).toEqual(['a.md']);
  });

  it('gives sections of one file the names of their headings, each once', () => {
    const { policy, problems } = load({
      'faq.md': '# FAQ\n\nintro\n\n## May I?\n\nno\n\n## May I?\n\nstill no\n',
    });
    expect(problems).toEqual([]);
    expect(policy.sections.map(({ name, anchor }) => [name, anchor])).toEqual([
      ['faq', 'faq'],
      ['may-i', 'may-i'],
      ['may-i-1', 'may-i-1'],
    ]);
  });

  it('tells topics of the same name apart by file, or by folder', () => {
    const { policy } = load({
      'a.md': '## Start\n\n.\n\n## End\n\n.',
      'b.md': '## Start\n\n.\n\n## Ende\n\n.',
      'x/faq.md': 'x',
      'y/faq.md': 'y',
    });
    expect(policy.sections.map(({ name }) => name)).toEqual([
      ...['start', 'end', 'b-start', 'ende', 'faq', 'y-faq'],
    ]);
  });

  it('tells introductions of the same name apart by folder, however deep', () => {
    const { policy } = load({
      'docs/x/faq.md': 'intro\n\n## A\n\n.',
      'docs/y/faq.md': 'intro\n\n## B\n\n.',
    });
    expect(policy.sections.map(({ name }) => name)).toEqual(['faq', 'a', 'y-faq', 'b']);
  });

  it('calls the introduction of index.md about, and its sections as any', () => {
    const { policy } = load({ 'index.md': '# T\n\nintro\n\n## A\n\na', 'docs/index.md': 'x' });
    expect(policy.sections.map(({ number, name }) => [number, name])).toEqual([
      [0, 'about'],
      [1, 'a'],
      [2, 'docs'],
    ]);
  });

  it('numbers from 1 where index.md has no introduction', () => {
    const { policy } = load({ 'index.md': '# T\n\n## A\n\na' });
    expect(policy.sections.map(({ number, name }) => [number, name])).toEqual([[1, 'index']]);
  });

  it.each([
    ['nothing', ''],
    ['a comment', '<!-- later -->'],
    ['a rule', '---'],
    ['an anchor', '<a id="x"></a>'],
    ['a component', '<Team size="small" />'],
    ['a picture without a name', '![](a.png)'],
    ['a definition', '[x]: /y'],
  ])('names a heading above %s, which it lists all the same', (_, nothing) => {
    const text = `---\nquestion: why\n---\n## A\n\n${nothing}\n\n## A\n\na`;
    const { policy, askedAs, problems } = load({ 'b.md': text });
    expect(policy.sections).toMatchObject([
      { number: 1, name: 'a', anchor: 'a' },
      { number: 2, anchor: 'a-1', body: 'a' },
    ]);
    expect(askedAs.sections.map(texts)).toEqual([['why'], []]);
    const message = 'section "A" has no text';
    expect(problems).toEqual([{ file: 'b.md', line: 4, severity: 'warning', message }]);
  });

  it.each(['![Map](a.png)', '<img src="a.png" alt="Map">', '<https://example.org>', '```\n+\n```', '`<b>`'])(
    'finds text below a heading above %j',
    (body) => {
      expect(load({ 'a.md': `## A\n\n${body}\n\n## B\n\nb` }).problems).toEqual([]);
    },
  );

  it('names the one section of a page of its own by its heading', () => {
    const text = '---\nsource: https://example.org/faq\n---\n## <a name="old"></a>Getting started\n\nHere.';
    const [section] = load({ 'a.md': text }).policy.sections;
    expect(section).toMatchObject({ name: 'getting-started', anchor: 'getting-started' });
  });

  it('orders files by number, and those that differ in nothing that is read by their code units', () => {
    const paths = ['9.md', '10.md', 'a.md', 'a\u200b.md'];
    for (const given of [paths, paths.toReversed()]) {
      const { policy } = load(Object.fromEntries(given.map((path) => [path, 'x'])));
      expect(policy.sections.map(({ place }) => place.file)).toEqual(paths);
    }
  });

  it('calls what README.md or index.md of a sub-folder says by the folder', () => {
    const { policy } = load({ '2-on-call/README.md': 'x', 'leave/index.md': 'y', 'README.md': 'z' });
    expect(policy.sections.map(({ name }) => name)).toEqual(['on-call', 'leave', 'readme']);
  });

  it('calls a file without a heading by its title, its question, or its name', () => {
    const { policy } = load({
      'a.md': '---\ntitle: By <title>\n---\nx',
      'b.md': '---\nquestion: By question?\n---\nx',
      'c.md': '# By heading\n\nx',
      'd-e.md': 'x',
    });
    expect(policy.sections.map(({ heading }) => heading)).toEqual([
      ...['By <title>', 'By question?', 'By heading', 'D e'],
    ]);
  });

  it('takes questions in front matter for phrasings', () => {
    const { askedAs } = load({ 'a.md': '---\ntitle: A\nquestion: x\nquestions: [y, z]\n---\ntext' });
    expect(askedAs.sections.map(texts)).toEqual([['x', 'y', 'z']]);
  });

  it('reads each phrasing and each question as one line', () => {
    const { policy, askedAs } = load({ 'a.md': '---\nasked-as: ["u\\nv"]\nquestion: "x\\ny"\n---\ntext' });
    expect(askedAs.sections.map(texts)).toEqual([['u v', 'x y']]);
    expect(policy.sections[0]?.heading).toBe('x y');
  });

  it('ignores front matter that it does not know, of any shape', () => {
    const { problems, policy, askedAs } = load({
      'a.md': '---\ntags: [x]\nmenu: {a: b}\nrevision: [A]\ntitle:\nlayout:\n---\n## A\n\na',
    });
    expect(problems).toEqual([]);
    expect(policy.sections.map(({ heading }) => heading)).toEqual(['A']);
    expect(askedAs.sections).toEqual([[]]);
  });

  it('numbers anchors that come again through the folder, or through the page that a file is published on', () => {
    const { policy } = load({
      'a.md': '## Same\n\n.\n\n## Same\n\n.',
      'b.md': '---\nsource: https://example.org/b\n---\n## Same\n\n.',
    });
    expect(policy.sections.map(({ anchor }) => anchor)).toEqual(['same', 'same-1', 'same']);
    expect(policy.sections[2]?.source).toBe('https://example.org/b');
  });

  it('takes the id that a heading or title states, as it is written', () => {
    const { policy } = load({
      'index.md': '# T {#Top}\n\nintro\n\n## One {#MyId .big}\n\n.\n\n## {curly}\n\n.',
    });
    expect(policy.sections.map(({ heading, anchor }) => [heading, anchor])).toEqual([
      ['T', 'Top'],
      ['One', 'MyId'],
      ['{curly}', 'curly'],
    ]);
  });

  it('gives text without a heading, a title and a file name that tells anything no anchor', () => {
    const { page, sections } = load({
      'index.md': '---\nsource: https://e.org/p\n---\ntext\n\n## A\n\na',
    }).policy;
    expect(sections.map(({ heading, anchor }) => [heading, anchor])).toEqual([
      ['index', ''],
      ['A', 'a'],
    ]);
    const urls = sections.map((section) => cited(page, section).url);
    expect(urls).toEqual(['https://e.org/p', 'https://e.org/p#a']);
  });

  it('says where a source is no web address', () => {
    const { policy, problems } = load({ 'index.md': '---\nsource: docs/a.html\n---\n# T\n\nx' });
    expect(policy.page).toEqual({ title: 'T' });
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });

  it('lets nothing invisible in, be it in text, escapes of YAML, names or entities', () => {
    const { policy } = load({
      'index.md': '---\ntitle: "A\\e[31m\\u202Eb"\n---\n# T\n\nx\u001b[2Jy\u200bz\n',
      'b\u202e.md': '## H&#x202E;e&#27;ad\u0085ing\n\n.',
    });
    expect(policy.page.title).toBe('A[31mb');
    expect(policy.sections.map(({ heading, body }) => [heading, body])).toEqual([
      ['T', 'x[2Jyz'],
      ['Head ing', '.'],
    ]);
  });

  it('is not led astray by names that objects are born with', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const { policy, askedAs } = load({
      'a.md': names.map((name) => `## \`${name}\`\n\n[${name}]\n`).join('\n'),
      'constructor.md': '## constructor\n\n[x][__proto__]\n\n[__proto__]: y\n',
    });
    expect(policy.sections.map(({ anchor }) => anchor)).toEqual([
      ...['__proto__', 'constructor', 'hasownproperty', 'tostring', 'constructor'],
    ]);
    expect(askedAs.sections.flat()).toEqual([]);
  });

  it('reads a file with thousands of lists in each other', () => {
    const lists = Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}- a`).join('\n');
    const { policy, problems } = load({ 'a.md': `## A\n\n${lists}`, 'b.md': '## B\n\nb' });
    expect(problems).toEqual([]);
    expect(policy.sections.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('takes numbered files without a title for parts of the page of index.md, and others for none', () => {
    const { page, sections } = load({
      'index.md': INDEX,
      '01-part.md': '## Part\n\n.',
      '02-titled.md': '# Titled\n\n## Part\n\n.',
      '03-own.md': '---\nsource: https://example.org/own\n---\n## Part\n\n.',
      'plain.md': '## Part\n\n.',
      'sub/01-deep.md': '## Part\n\n.',
    }).policy;
    expect(sections.map((section) => cited(page, section).url)).toEqual([
      'https://example.org/rules#rules',
      'https://example.org/rules#part',
      undefined,
      'https://example.org/own#part',
      undefined,
      undefined,
    ]);
    const places = sections.map((section) => cited(page, section).place);
    expect(places.slice(4)).toEqual(['plain.md:1', 'sub/01-deep.md:1']);
  });

  it('calls a section that nothing names a section', () => {
    const [section] = load({ '???.md': 'x' }).policy.sections;
    expect([section?.heading, section?.name]).toEqual(['section', 'section']);
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
