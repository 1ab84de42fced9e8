import { describe, expect, it } from 'vitest';
import { parseFrontMatter, placeOf, textField, textsField } from '../../src/policy/front-matter.ts';

function defectOf(text: string) {
  const { defect } = parseFrontMatter(text);
  if (defect === undefined) throw new Error('it has none');
  return defect;
}

describe('front matter', () => {
  it('gives fields, body, and the line on which the body starts', () => {
    const { fields, body, bodyLine } = parseFrontMatter('---\ntitle: A\nasked-as: [x, y]\n---\n\n# A\n');
    expect(Object.fromEntries(fields)).toEqual({ title: 'A', 'asked-as': ['x', 'y'] });
    expect(body).toBe('\n# A\n');
    expect(bodyLine).toBe(5);
  });

  it.each([
    ['a date', '2025-04-02'],
    ['a commit of digits', '123456789012'],
    ['what could be a number', '1e10'],
    ['what could be a boolean', 'no'],
  ])('keeps %s as it is written', (_, value) => {
    expect(parseFrontMatter(`---\nkey: ${value}\n---\n`).fields.get('key')).toBe(value);
  });

  it.each([
    ['no front matter', '# Title\n\ntext\n'],
    ['a thematic break first', '---\n\ntext\n'],
    ['a thematic break first, and a key somewhere below', '---\n\ntext\nkey: value\n'],
    ['fences below other text', 'text\n---\ntitle: A\n---\n'],
    ['a rule of signs that is no fence', '+++x\ntitle: A\n+++\n'],
    ['nothing', ''],
  ])('takes %s for body alone', (_, text) => {
    expect(parseFrontMatter(text)).toEqual({ fields: new Map(), yaml: '', body: text, bodyLine: 1 });
  });

  it('takes empty front matter for none', () => {
    expect(parseFrontMatter('---\n# only a comment\n---\ntext').fields.size).toBe(0);
    expect(parseFrontMatter('---\n---\ntext').fields.size).toBe(0);
  });

  it.each(['js', 'javascript', 'coffee', 'json', 'toml'])('refuses ---%s without running it', (language) => {
    const text = `---${language}\nmodule.exports = (globalThis.wasRun = true)\n---\ntext`;
    expect(defectOf(text).message).toContain(`"${language}"`);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('names the line of broken YAML, every time it is read', () => {
    const broken = '---\ntitle: A\nsource: [1, 2\n---\ntext\n';
    expect(defectOf(broken).line).toBe(4);
    expect(defectOf(broken).line).toBe(4);
  });

  it('says what is wrong with YAML, and where', () => {
    expect(defectOf('---\ntitle: A\nx: [\n---\n')).toMatchObject({
      message: expect.stringMatching(/^front matter is not YAML: .+/),
    });
    expect(defectOf('---\ntitle: A\n---x\n---\n')).toMatchObject({
      line: 3,
      message: 'front matter ends in a line of --- alone, without more',
    });
  });

  it('keeps dashes at the end of a text', () => {
    expect(parseFrontMatter('---\ntitle: A ---\n---\ntext').fields.get('title')).toBe('A ---');
  });

  it('says that front matter is too long', () => {
    const long = (length: number) => `---\nkey: ${'x'.repeat(length - 'key: \n'.length)}\n---\ntext`;
    expect(parseFrontMatter(long(65_532)).body).toBe('text');
    expect(defectOf(long(65_537))).toMatchObject({
      line: 1,
      message: 'front matter is over 64 KiB; move the text below it',
    });
  });

  it('refuses a hundred blank lines in a row, over which gray-matter would take its time', () => {
    const blank = (count: number) => `---\na: |\n${' \n'.repeat(count)}  b\n---\n`;
    expect(parseFrontMatter(blank(90)).fields.get('a')).toContain('b');
    expect(defectOf(blank(30_000))).toMatchObject({
      line: 1,
      message: 'front matter holds a hundred blank lines in a row; delete them',
    });
  });

  it('says that front matter is not closed', () => {
    expect(defectOf('---\ntitle: A\n\n# A\n').message).toBe(
      'front matter is not closed; end it with a line ---',
    );
  });

  it.each([
    ['`...` ends YAML as well', '---\ntitle: A\n...\ntext', 'text'],
    ['blanks behind the fences', '---  \ntitle: A\n--- \ntext', 'text'],
    ['the language named', '---yaml\ntitle: A\n---\ntext', 'text'],
    ['the language named in short, with blanks around it', '---  yml  \ntitle: A\n---\ntext', 'text'],
    ['a fence as the last line', '---\ntitle: A\n---', ''],
    ['dashes within a text', '---\ntitle: A\nnote: |\n  ---\n---\ntext', 'text'],
  ])('reads %s', (_, text, body) => {
    const matter = parseFrontMatter(text);
    expect(matter.fields.get('title')).toBe('A');
    expect(matter.body).toBe(body);
  });

  it('refuses TOML as Hugo fences it', () => {
    expect(defectOf('+++\ntitle = "A"\n+++\ntext').message).toContain('"toml"');
  });

  it.each([
    ['a function', 'title: !!js/function "function () { globalThis.wasRun = true }"'],
    ['a tag of its own', 'title: !exec ls'],
    ['binary data', 'title: !!binary aGk='],
    ['a thousand lists in each other', `title: ${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['a closing fence with more behind it', 'title: A\n---x'],
  ])('refuses %s', (_, yaml) => {
    expect(defectOf(`---\n${yaml}\n---\n`).line).toBeGreaterThan(0);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('reads aliases without copying what they stand for', () => {
    const levels = Array.from({ length: 50 }, (_, at) => `k${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`);
    const text = `---\nk: &a-1 [x]\n${levels.join('\n').replaceAll('*a-1', '*a-1')}\n---\n`;
    expect(parseFrontMatter(text).fields.size).toBe(51);
  });

  it('takes names that objects are born with for keys like any other', () => {
    const { fields } = parseFrontMatter('---\n__proto__: x\nconstructor: y\n---\n');
    expect([...fields]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect({}).not.toHaveProperty('x');
  });

  it.each(['just words', '- a\n- list'])('refuses what holds no keys: %j', (yaml) => {
    expect(defectOf(`---\n${yaml}\n---\n`).message).toContain('key: value');
  });
});

const matter = (yaml: string) => ({ ...parseFrontMatter(`---\n${yaml}\n---\n`), path: 'a.md' });

describe('a field of one text', () => {
  it.each([
    ['as it is', 'key: a text', 'a text'],
    ['without blanks around it', 'key: "  a  "', 'a'],
    ['in one line', 'key: |\n  a\n\n  # b\t c', 'a # b c'],
    ['without what shows nothing', 'key: "a\\u200bb"', 'ab'],
    ['not where it is blank', 'key: "  "', undefined],
    ['not where it is a list', 'key: [a]', undefined],
    ['not where there is none', 'other: a', undefined],
  ])('is given %s', (_, yaml, text) => {
    expect(textField(matter(yaml), 'key')).toBe(text);
  });
});

describe('a field of texts', () => {
  it.each([
    ['a list', 'key: [a, b]', ['a', 'b']],
    ['one text', 'key: a', ['a']],
    ['a list with blanks in it', 'key: [a, " ", ""]', ['a']],
    ['an empty list', 'key: []', []],
    ['nothing', 'other: a', []],
  ])('may be %s', (_, yaml, texts) => {
    expect(textsField(matter(yaml), 'key')?.map(({ text }) => text)).toEqual(texts);
  });

  it.each(['key: {a: b}', 'key: [a, {b: c}]', 'key: [[a]]'])('is none with anything else: %s', (yaml) => {
    expect(textsField(matter(yaml), 'key')).toBeUndefined();
  });

  it('knows the line of each text in the file', () => {
    expect(textsField(matter('title: A\nkey:\n- one\n- two'), 'key')).toEqual([
      { text: 'one', file: 'a.md', line: 4 },
      { text: 'two', file: 'a.md', line: 5 },
    ]);
  });

  it('looks for each text behind the key and the text before it', () => {
    const fields = matter('title: all of one\nkey: [more, one]\nother: more');
    expect(textsField(fields, 'key')?.map(({ line }) => line)).toEqual([3, 3]);
  });

  it('may be thousands, whose lines are known at once', { timeout: 2_000 }, () => {
    const texts = Array.from({ length: 9_000 }, (_, at) => String(at));
    const lines = textsField(matter(`key:\n${texts.map((text) => `- ${text}`).join('\n')}`), 'key');
    expect(lines?.at(-1)).toEqual({ text: '8999', file: 'a.md', line: 9_002 });
  });
});

it('takes the first line for that of a text that is folded', () => {
  expect(textsField(matter('key: >\n  one\n  two'), 'key')).toEqual([
    { text: 'one two', file: 'a.md', line: 1 },
  ]);
});

it('knows the line of a key, and takes the first for that of one that is not there', () => {
  const file = matter('title: A\nkey: b');
  const lines = ['title', 'key', 'other'].map((key) => placeOf(file, key).line);
  expect(lines).toEqual([2, 3, 1]);
});

it('takes no other key or text for a key that holds its name', () => {
  const file = matter('resource: x\nsubtitle: b\n"title" : c\nsource: d');
  const lines = ['title', 'source'].map((key) => placeOf(file, key).line);
  expect(lines).toEqual([4, 5]);
  expect(textsField(file, 'source')).toEqual([{ text: 'd', file: 'a.md', line: 5 }]);
  expect(placeOf(matter('{ a: b,\n  key: c }'), 'key').line).toBe(3);
});
