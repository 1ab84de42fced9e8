import { describe, expect, it } from 'vitest';
import type { PolicyText } from '../../src/policy/policy.ts';
import { notice, renderNoAnswer, shellLine, showCommands } from '../../src/render/notice.ts';
import { find } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { namedSection } from '../section.ts';
import { worldOf } from '../world.ts';

const policy: PolicyText = {
  page: { title: 'House rules' },
  sections: [namedSection(1, 'noise', 'When is it quiet?'), namedSection(2, 'pets-and-plants', 'May I?')],
  elsewhere: [{ name: 'rent', answer: 'Ask the office:', see: ['https://a.example/', 'https://b.example/'] }],
};

/** What is said to a question, which none of the sections answers. */
function said(question: string, { sections, ...rest }: PolicyText): string {
  const asked = { sections: sections.map(() => []), elsewhere: [[{ text: 'rent' }]] };
  const finding = find({ sections, ...rest }, buildIndex({ sections, ...rest }, asked), question);
  if (finding.outcome === 'answered') throw new Error(`${finding.section.name} answers`);
  return renderNoAnswer({ sections, ...rest }, finding);
}

describe('where the policy does not answer', () => {
  it('names the closest topics and how to read them', () => {
    expect(
      said('when is quiet zyzzyva carbonara tagliatelle penne farfalle bucatini, may', policy),
    ).toBe(`The House rules does not answer this.
Closest topics:
  rustpolicy show noise            When is it quiet?
  rustpolicy show pets-and-plants  May I?
`);
  });

  it('names the folder that was named', () => {
    const finding = find(
      policy,
      buildIndex(policy, { sections: [[], []], elsewhere: [[]] }),
      'quiet zyzzyva carbonara tagliatelle',
    );
    if (finding.outcome === 'answered') throw new Error('answered');
    expect(renderNoAnswer(policy, finding, 'my docs')).toContain(
      "\n  rustpolicy show noise --data 'my docs'  ",
    );
  });

  it('says that nothing comes close where there are none, and how to see all', () => {
    expect(said('zyzzyva', { ...policy, sections: [] })).toBe(
      'The House rules does not answer this.\nNothing in it comes close. See all topics with: rustpolicy list\n',
    );
  });

  it('says where to look instead', () => {
    expect(said('rent', policy)).toBe(`The House rules does not cover this. Ask the office:
  https://a.example/
  https://b.example/
`);
  });
});

it('shows no commands for no topics', () => {
  expect(showCommands([])).toEqual([]);
});

describe('a command as it is typed', () => {
  it.each([
    [undefined, 'rustpolicy show 4'],
    ['docs/policies', 'rustpolicy show 4 --data docs/policies'],
    ['my docs', "rustpolicy show 4 --data 'my docs'"],
    ["it's $HOME", "rustpolicy show 4 --data 'it'\\''s $HOME'"],
    ['~/docs', "rustpolicy show 4 --data '~/docs'"],
    ['a\u001b[2Jb', "rustpolicy show 4 --data 'a[2Jb'"],
  ])('with the folder %j is %s', (data, command) => {
    expect(shellLine(['show', '4'], data)).toBe(command);
  });
});

it('says it in ASCII on a terminal whose locale has no more', () => {
  const text = 'It does not \u2014 \u201cyet\u201d.\n';
  expect(notice(text, worldOf({ isTerminal: true }).io)).toBe('It does not -- "yet".\n');
  expect(notice(text, worldOf({ isTerminal: true, env: { LANG: 'C.UTF-8' } }).io)).toBe(text);
});
