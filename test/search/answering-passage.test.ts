import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { find, lexedFinding } from '../../src/search/answer.ts';
import { answeringPassage } from '../../src/search/answering-passage.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { bundled } from '../bundled-policy.ts';
import { lexed } from '../section.ts';

const { policy, index } = bundled;

/** How the passage that answers a question begins; `whole` where none stands out. */
function briefAnswer(question: string): string {
  return answeringPassage(lexedFinding(find(policy, index, question), lexed), index)?.text ?? 'whole';
}

describe('the passage of the bundled policy that answers', () => {
  it.each([
    ['must my C patch build with Rust enabled', 'The usual kernel policy applies. So, by default, changes'],
    ['may a subsystem temporarily break Rust', 'However, exceptionally, for Rust, a subsystem may allow'],
    ['what did the block layer call stage 1', 'For instance, this approach was chosen by the block layer'],
    ['how can linux-next be built if everybody breaks Rust', 'We believe this approach is reasonable'],
    ['can a maintainer refuse Rust for lack of time', 'Some subsystems may decide they do not want'],
    ['do I have to take Rust patches if I have no bandwidth', 'Some subsystems may decide they do not want'],
    [
      'may somebody else become co-maintainer for the Rust side',
      'Some subsystems prefer to get a new co-maintainer',
    ],
    ['a separate MAINTAINERS entry for Rust?', 'Some subsystems prefer to get a new co-maintainer'],
    ['how quickly must a broken Rust build be repaired', 'as soon as possible'],
    ['can I overrule a nak', 'we asked for flexibility'],
    ['maintainers who drive Rust themselves and learn it', 'Some subsystems prefer to actively drive'],
    ['who decides how Rust comes into a subsystem', 'Like for many other things in the kernel'],
    ['why are maintainers involved progressively', 'The goal has always been to get maintainers involved'],
    [
      'what was asked for at the Kernel Maintainers Summit 2022',
      'Now, in the Kernel Maintainers Summit 2022',
    ],
    ['where are the quotes from the keynote', 'Please see the quotes given by kernel maintainers'],
    ['do key maintainers support Rust', 'Yes, there are key kernel maintainers'],
    ['which code does the RUST subsystem maintain', 'The "RUST" subsystem maintains certain core facilities'],
    ['can I ask the Rust team for help', 'Nevertheless, the team can be approached for help'],
    ['fallback maintainers like akpm', 'Eventually, the "RUST" subsystem could also act'],
    [
      'is the listed maintainer responsible for Rust code',
      'The usual kernel policy applies. That is, whoever',
    ],
    ['same standards for Rust code', 'Ideally, and eventually, yes.'],
    [
      'are maintainers pressured to reject Rust because of timely fixes',
      'The intention is that maintainers are not',
    ],
    ['should it be fun to try Rust', 'Thus, depending on the subsystem'],
    ['is Rust seen as a new thing, and may it break as new things do', 'Thus, depending on the subsystem'],
    ['link to the original RFC', 'Please see the original RFC.'],
    ['costs and risks of a second language', 'No, we did not. Since the very beginning'],
    ['which Rust drivers in the kernel were successful', 'For instance, within the kernel'],
    ['industry pressure for memory safety', 'For instance, within the kernel'],
    ['are language features stabilized and tools like bindgen and pahole improved', 'On the costs side'],
    ['are duplicate drivers allowed by default', 'The usual kernel policy applies. So, by default, no.'],
    ['where are the Rust reference drivers', 'However, subsystems may decide to allow it, temporarily'],
    ['is the Rust Foundation behind it', 'In particular, it is not an effort driven by'],
    ['who founded it as a hobby', 'In particular, it is not an effort driven by'],
    ['are the people hobbyists or employees', 'No, the people involved around Rust for Linux'],
    ['how many FTEs work on it', 'Yes, at the time of writing, there are at least 6+ FTEs'],
    ['which universities support it', 'Please see our Industry and academia support page'],
    ['are these points hard rules', 'Like most things in the kernel, these points are not hard rules'],
    ['why was this page written, is there confusion', 'There has been a fair amount of confusion'],
  ])('to %j begins %j', (question, start) => {
    expect(briefAnswer(question)).toSatisfy((text: string) => text.includes(start));
  });

  it('is none where nothing was found', () => {
    expect(briefAnswer('recipe for spaghetti carbonara')).toBe('whole');
  });
});

describe('the passage that answers by how people ask', () => {
  const [FEES, HOURS] = ['Cards cost five a year.', 'Doors open at nine.'];
  const sections = [
    { number: 1, name: 'library', anchor: 'library', heading: 'Library', body: `${FEES}\n\n${HOURS}` },
    { number: 2, name: 'pool', anchor: 'pool', heading: 'Pool', body: 'Tickets cost two.' },
  ];
  const town = { page: { title: 'Town' }, sections, elsewhere: [] };
  const fees = ['what does it cost', 'library prices', 'is it free', 'price list', 'fee'];
  const hours = ['when is it open', 'opening hours', 'library on sundays', 'at what time', 'hours'];
  const rest = ['library branches', 'which libraries are there', 'library building', 'libraries nearby'];
  const townIndex = buildIndex(town, {
    sections: [
      [
        ...fees.map((text) => ({ text, quote: 'five a year' })),
        ...hours.map((text) => ({ text, quote: 'open at nine' })),
        ...rest.map((text) => ({ text })),
      ],
      ['swimming', 'swim hours', 'pool tickets'].map((text) => ({ text })),
    ],
    elsewhere: [],
  });
  const brief = (question: string) =>
    answeringPassage(lexedFinding(find(town, townIndex, question), lexed), townIndex)?.text ?? 'whole';

  it.each([
    ['library price list', FEES, 'the nearest phrasings ask for it'],
    ['library opening hours', HOURS, 'the nearest phrasings ask for it'],
    ['doors of the library', HOURS, 'it holds the words itself'],
    ['library', 'whole', 'the heading is nearest'],
    ['library branches nearby', 'whole', 'the nearest phrasings ask for the section'],
    ['swimming pool', 'whole', 'no phrasing of the section asks for a passage'],
  ])('to %j is %j: %s', (question, text) => {
    expect(brief(question)).toBe(text);
  });
});

describe('the passage that answers from a folder without phrasings', () => {
  const folder = loadPolicy(
    [
      {
        path: 'rules.md',
        text: '## Releases\n\nNobody pushes on Fridays.\n\n- Hotfixes need two people.\n- Tags are signed.\n',
      },
    ],
    'rules',
  ).policy;
  const folderIndex = buildIndex(folder, { sections: [[]], elsewhere: [] });
  const brief = (question: string) =>
    answeringPassage(lexedFinding(find(folder, folderIndex, question), lexed), folderIndex)?.text ?? 'whole';

  it.each([
    ['pushes on fridays', 'Nobody pushes on Fridays.'],
    ['are release tags signed', 'Tags are signed.'],
    ['releases', 'whole'],
    ['fridays, hotfixes and tags', 'whole'],
    ['hotfixes of two people on fridays', 'Hotfixes need two people.'],
  ])('to %j is %j', (question, text) => {
    expect(brief(question)).toBe(text);
  });
});
