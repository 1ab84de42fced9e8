import { expect, it } from 'vitest';
import { readBuilt } from '../../src/node/built.ts';
import { renderNoAnswer } from '../../src/render/notice.ts';
import { find } from '../../src/search/answer.ts';
import { open } from '../../src/search/open-policy.ts';

const { policy, index } = await open(undefined, readBuilt);
const tables = await index();

/** The section that answers, the page that a question is sent to, or nothing. */
function leadsTo(question: string): string | undefined {
  const finding = find(policy, tables, question);
  if (finding.outcome === 'answered') return finding.section.name;
  return finding.outcome === 'elsewhere' ? `elsewhere: ${finding.topic.name}` : undefined;
}

it.each([
  ['linux-next', 'broken-builds', 'the policy names it there alone'],
  ['fix build', 'broken-builds', 'what it says of builds is who fixes them'],
  ['buildbot complaint rust', 'broken-builds', 'a robot complains of a build that broke'],
  ['what happens if rust fails', 'broken-builds', 'the only failure that it speaks of'],
  ['is rust mandatory', 'subsystems', 'each subsystem decides'],
  ['are rust maintainers paid', 'companies', 'whom companies pay'],
  ['who wrote this policy', 'about', 'how official the page is'],
  ['rustc_codegen_gcc', 'elsewhere: rustc-codegen-gcc', 'the policy only names it'],
  ['coccinelle for rust', 'elsewhere: coccinelle-for-rust', 'the policy only names it'],
  ['which rust drivers exist', 'elsewhere: list-of-rust-drivers', 'a page lists them'],
  ['MAINTAINERS', 'maintainers', 'whom the file lists'],
  ['is it still an experiment', 'elsewhere: first-release-with-rust', 'the policy does not say, a page does'],
  ['CONFIG_RUST', 'elsewhere: enable-config-rust', 'a page tells how to switch it on'],
  ['testing', 'elsewhere: testing-rust-code', 'a page tells how'],
  ['borrow checker help', 'elsewhere: learning-rust', 'the policy helps with nothing of the kind'],
  ['apple gpu', 'elsewhere: apple-gpu', 'a page by this name, though a section says why the driver matters'],
  ['unstable features', 'elsewhere: unstable-features', 'a page by this name'],
  ['is the experiment over', 'elsewhere: first-release-with-rust', 'listed there in these words'],
  ['which drivers are written in Rust?', 'elsewhere: list-of-rust-drivers', 'listed there in these words'],
  ['rust', undefined, 'everything here is about it'],
  ['why should I care', undefined, 'asks for no rule'],
  ['does the policy apply to drivers/staging', undefined, 'it does not say'],
  ['pancakes', undefined, 'nothing to do with it'],
  ['Who is responsible', 'broken-builds', 'its heading alone starts so'],
  ['do kernel maintainers', 'maintainer-support', 'its heading alone starts so'],
  ['should maintainers treat …', 'standards', 'its heading alone starts so'],
  ['is Rust for Linux', 'rust-community', 'its heading alone starts so'],
  ['are companies', 'companies', 'too short for a start, and still asks'],
  ['how is rust', undefined, 'its heading starts so, with no word of its own'],
  ['who is', undefined, 'too short for a start'],
  ['1', undefined, 'a number alone asks nothing'],
  ['2.0', undefined, 'a number alone asks nothing'],
])('%j leads to %s: %s', (question, expected, _why) => {
  expect(leadsTo(question)).toBe(expected);
});

it.each([
  'what is love',
  'do you love me',
  'are we alone in the universe',
  'what time is it',
  'is santa real',
  'what is reality',
  'who am I to judge',
  'why do we dream',
  'is anybody out there',
  'what is fear',
  'who discovered fire',
  'can people change',
  'do aliens exist',
  'is god real',
  'when will the war end',
])('%j, asked of life, is neither answered nor sent anywhere', (question) => {
  expect(leadsTo(question)).toBeUndefined();
});

it.each(['can you bake pancakes', 'how do I fry an egg', 'do penguins have knees', 'play some music'])(
  'no topic is close to %j',
  (question) => {
    const finding = find(policy, tables, question);
    if (finding.outcome !== 'unanswered') throw new Error(finding.outcome);
    expect(renderNoAnswer(policy, finding)).toContain('\nNothing in it comes close.');
  },
);
