import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lex } from '../../src/markdown/lex.ts';
import { readBuilt } from '../../src/node/built.ts';
import { open } from '../../src/search/open-policy.ts';

const library = fileURLToPath(new URL('../eval/folders/library', import.meta.url));

describe.each([
  ['the bundled policy', undefined],
  ['a folder', library],
])('%s', (_, folder) => {
  it('is opened with its tables, and nothing that could not be read', async () => {
    const { policy, problems, index } = await open(folder, readBuilt);
    expect(problems).toEqual([]);
    expect((await index()).sectionCount).toBe(policy.sections.length);
  });

  it('has the tokens of each section', async () => {
    const { policy, lexer } = await open(folder, readBuilt);
    const lexSection = await lexer();
    expect(policy.sections.length).toBeGreaterThan(5);
    for (const section of policy.sections) {
      const { tokens, ...rest } = lexSection(section);
      expect(rest).toEqual(section);
      expect(tokens.map(({ type }) => type)).toEqual(lex(section.body).map(({ type }) => type));
    }
  });
});
