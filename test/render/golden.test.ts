import { describe, expect, it } from 'vitest';
import type { LexedSection } from '../../src/policy/policy.ts';
import { answerOf, listJson, renderJson, showJson } from '../../src/render/json.ts';
import { listMarkdown, renderMarkdown } from '../../src/render/markdown.ts';
import { listTable, renderTerminal } from '../../src/render/terminal.ts';
import { listTabs, renderText } from '../../src/render/text.ts';
import { find, lexedFinding } from '../../src/search/answer.ts';
import { bundled } from '../bundled-policy.ts';
import { lexed } from '../section.ts';

const { policy, index } = bundled;
const { page, sections } = policy;

function named(name: string): LexedSection {
  const section = sections.find((section) => section.name === name);
  if (section === undefined) throw new Error(`no section ${name}`);
  return lexed(section);
}

const VIEW = {
  width: 80,
  isColored: false,
  related: [],
  isUtf8: true,
  hasHyperlinks: false,
};

/** The golden file of a name; `vitest -u` writes it anew, to be read before it is committed. */
const golden = (name: string) => new URL(`../rendered/${name}`, import.meta.url).pathname;

describe('a section as text', () => {
  it.each([
    ['subsystems', 40],
    ['subsystems', 72],
    ['broken-builds', 20],
    ['broken-builds', 80],
    ['duplicate-drivers', 80],
  ])('%s at %i columns', async (name, width) => {
    await expect(renderText(page, named(name), width)).toMatchFileSnapshot(golden(`${name}-${width}.txt`));
  });
});

describe('a section on a terminal', () => {
  const related = [named('maintainers'), named('subsystems')];
  it.each([
    ['broken-builds', 20, 0],
    ['broken-builds', 80, 0],
    ['broken-builds', 80, 1],
    ['subsystems', 40, 0],
    ['tradeoffs', 100, 1],
  ] as const)('%s at %i columns, colour level %i', async (name, width, level) => {
    const { out } = renderTerminal(page, [named(name)], {
      ...VIEW,
      width,
      isColored: level > 0,
      related,
    });
    // Escape codes are written out, so that the file can be read and compared as text.
    const readable = out.replaceAll('\x1b', '\\e');
    await expect(readable).toMatchFileSnapshot(
      golden(`${name}-${width}${level > 0 ? '-color' : ''}.terminal`),
    );
  });
});

describe('other formats', () => {
  it('gives a section as Markdown', async () => {
    await expect(renderMarkdown(page, named('companies'))).toMatchFileSnapshot(golden('companies.md'));
  });

  it('gives the topics as lines for programs, as Markdown, and as a table', async () => {
    await expect(listTabs(policy)).toMatchFileSnapshot(golden('list.tsv'));
    await expect(listMarkdown(policy)).toMatchFileSnapshot(golden('list.md'));
    await expect(listTable(policy, VIEW)).toMatchFileSnapshot(golden('list-80.terminal'));
    await expect(listTable(policy, { ...VIEW, width: 40 })).toMatchFileSnapshot(golden('list-40.terminal'));
  });

  it('gives the topics as JSON', async () => {
    await expect(renderJson(listJson(policy))).toMatchFileSnapshot(golden('list.json'));
  });

  it('gives an answer as JSON, less the scores, which tuning moves', async () => {
    const question = 'who fixes broken builds';
    const answer = answerOf(policy, question, lexedFinding(find(policy, index, question), lexed));
    const stable = {
      ...answer,
      closest: answer.closest.slice(0, 1).map((topic) => ({ ...topic, score: '0 to 1' })),
    };
    await expect(renderJson(stable)).toMatchFileSnapshot(golden('broken-builds.json'));
  });
});

describe('every output of every section', () => {
  it.each(sections.map((section) => [section.name, lexed(section)] as const))(
    '%s holds no relative link',
    async (_, section) => {
      const outputs = [
        renderText(page, section, 80),
        renderMarkdown(page, section),
        renderTerminal(page, [section], VIEW).out,
        renderJson(showJson(page, [section])),
      ];
      for (const output of outputs) {
        expect(output).not.toMatch(/\]\((?!https?:)/);
        expect(output).not.toMatch(/[\w-]\.md\b/);
      }
    },
  );
});
