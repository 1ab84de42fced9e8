import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { PolicyText } from '../../src/policy/policy.ts';
import {
  errorLine,
  notice,
  promptTitle,
  renderNear,
  renderNoAnswer,
  shellLine,
  shortLine,
  showCommands,
} from '../../src/render/notice.ts';
import { find } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { bundled } from '../bundled-policy.ts';
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

  const folder = { policy, index: buildIndex(policy, { sections: [[], []], elsewhere: [[]] }) };

  it.each([
    ['phrasings', bundled, [0.2, 0.05, 0.049], 2],
    ['phrasings', bundled, [0.199, 0.19], 0],
    ['fields', folder, [0.05, 0.049], 1],
    ['fields', folder, [0.049], 0],
  ] as const)(
    'that ranks by %s names no topic that is far (%#)',
    (kind, { policy, index }, scores, count) => {
      const finding = find(policy, index, 'zyzzyva');
      expect(finding).toMatchObject({ outcome: 'unanswered', ranking: { parts: { kind } } });
      const closest = scores.map((score, at) => ({ section: namedSection(at, `n${at}`, 'Why?'), at, score }));
      const text = renderNoAnswer(policy, { ranking: finding.ranking, outcome: 'unanswered', closest });
      expect(text.match(/show n\d/g) ?? []).toEqual(['show n0', 'show n1'].slice(0, count));
    },
  );

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
    ['früchte/中文', 'rustpolicy show 4 --data früchte/中文'],
    ['$&', "rustpolicy show 4 --data '$&'"],
    ['~/docs', "rustpolicy show 4 --data '~/docs'"],
    ['a\u001b[2Jb', "rustpolicy show 4 --data 'a[2Jb'"],
  ])('with the folder %j is %s', (data, command) => {
    expect(shellLine(['show', '4'], data)).toBe(command);
  });
});

it('names a second section that speaks of it, and the command that shows it', () => {
  const noise = namedSection(1, 'noise', 'When is it quiet?');
  expect(renderNear(noise)).toBe('"When is it quiet?" speaks of it too: rustpolicy show noise\n');
  expect(renderNear(noise, 'docs')).toContain(': rustpolicy show noise --data docs\n');
});

describe('a message in one line', () => {
  it('has its lines joined, without the blanks around them and lines of nothing else', () => {
    expect(shortLine('  no file \n \n\tis there\n')).toBe('no file is there');
  });

  it('names nothing that is invisible', () => {
    expect(shortLine('a\u001b[2J\u200bb')).toBe('a[2Jb');
  });

  it('has the middle left out of words of 250 characters and more', () => {
    const [start, end] = ['a'.repeat(150), 'b'.repeat(50)];
    const whole = `${start}${'-'.repeat(49)}${end}`;
    expect(shortLine(`no ${whole} here`)).toBe(`no ${whole} here`);
    expect(shortLine(`no ${start}${'-'.repeat(50)}${end} here`)).toBe(`no ${start}[...]${end} here`);
  });

  it('has its middle left out where it has more than 600 characters', () => {
    const start = 'ab '.repeat(133);
    const end = ' yz'.repeat(67);
    expect(`${start}${end}`).toHaveLength(600);
    expect(shortLine(`${start}${end}`)).toBe(`${start}${end}`);
    expect(shortLine(`${start}---${end}`)).toBe(`${start}-[...]${end.slice(1)}`);
  });
});

describe('an error', () => {
  const shown = (choice: 'auto' | 'always' | 'never', world: Parameters<typeof worldOf>[0]) =>
    errorLine(new InputError('no file\nis there'), choice, worldOf(world).io);

  it('is one line, behind the name of the program', () => {
    expect(shown('auto', {})).toBe('rustpolicy: no file is there\n');
  });

  it('has that name bold and red where there is colour', () => {
    expect(shown('auto', { isTerminal: true })).toBe(
      '\u001b[1m\u001b[31mrustpolicy:\u001b[39m\u001b[22m no file is there\n',
    );
  });

  it.each([
    ['never', true, {}, false],
    ['always', false, {}, true],
    ['auto', true, { NO_COLOR: '1' }, false],
    ['auto', false, {}, false],
    // Whoever forces colour wants it in what is printed, not in a log of errors.
    ['auto', false, { FORCE_COLOR: '1' }, false],
  ] as const)(
    '%s in colour, on a terminal %s, with %j: is coloured %s',
    (choice, isTerminal, env, isColored) => {
      expect(shown(choice, { isTerminal, env }).includes('\u001b')).toBe(isColored);
    },
  );
});

it('cuts the title of a prompt to what the row has room for beside it, as the locale can show it', () => {
  const title = (columns: number) => promptTitle('May “I” keep it?', worldOf({ columns }).io);
  expect(title(24)).toBe('May "I" keep it?');
  expect(title(23)).toBe('May "I" keep ...');
});

it('stays as it is in a pipe, each line whole, what shows nothing by its name', () => {
  const text = 'It does not \u2014 \u201cyet\u201d.\n';
  expect(notice(`${text}\u0007`, worldOf({ columns: 10 }).io)).toBe(`${text}<U+0007>`);
});

it('says it in ASCII on a terminal whose locale has no more', () => {
  const text = 'It does not \u2014 \u201cyet\u201d.\n';
  expect(notice(text, worldOf({ isTerminal: true }).io)).toBe('It does not -- "yet".\n');
  expect(notice(text, worldOf({ isTerminal: true, env: { LANG: 'C.UTF-8' } }).io)).toBe(text);
});
