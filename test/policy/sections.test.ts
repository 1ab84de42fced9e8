import { describe, expect, it } from 'vitest';
import { isWebUrl, pageOf, sourceField } from '../../src/policy/sections.ts';
import { parseFile } from '../../src/policy/source-file.ts';

function file(path: string, text: string) {
  const parsed = parseFile({ path, text }).value;
  if (parsed?.kind !== 'section') throw new Error(`${path} holds no section`);
  return parsed;
}

describe('a page', () => {
  it('has what index.md tells of it, and nothing else', () => {
    const front =
      'title: Rules\nsource: https://example.org/r\nrevision: 12ab\nsubject: Fix\nupdated: 2025-04-02';
    const files = [file('a.md', '---\ntitle: Other\n---\n'), file('index.md', `---\n${front}\n---\n`)];
    expect(pageOf(files, 'folder')).toStrictEqual({
      title: 'Rules',
      source: 'https://example.org/r',
      revision: '12ab',
      subject: 'Fix',
      updated: '2025-04-02',
    });
    expect(pageOf([file('index.md', '# *Our* rules\n')], 'folder')).toStrictEqual({ title: 'Our rules' });
  });

  it('is called as the folder where nothing tells how, without what shows nothing', () => {
    expect(pageOf([], 'fol\u200bder')).toStrictEqual({ title: 'folder' });
    expect(pageOf([file('index.md', 'text\n')], 'folder')).toStrictEqual({ title: 'folder' });
    expect(pageOf([file('docs/index.md', '---\ntitle: Docs\n---\n')], 'folder').title).toBe('folder');
  });
});

it('cites no source that is no web address, and says where it stands', () => {
  const source = sourceField(file('a.md', '---\ntitle: A\nsource: ftp://example.org/\n---\n'));
  const message = 'source is "ftp://example.org/", which is no http or https URL (left out)';
  expect(source).toEqual({
    value: undefined,
    problems: [{ file: 'a.md', line: 3, severity: 'error', message }],
  });
});

it.each([
  ['https://example.org/', true],
  ['http://example.org/a?b#c', true],
  ['HTTPS://EXAMPLE.ORG', true],
  ['see https://example.org/', false],
  ['https://example.org/ and more', false],
  ['https://', false],
  ['https://[', false],
  ['javascript:alert(1)', false],
  ['example.org', false],
])('takes %j for a web address: %s', (text, isUrl) => {
  expect(isWebUrl(text)).toBe(isUrl);
});
