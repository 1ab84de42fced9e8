import { describe, expect, it } from 'vitest';
import { sentenceFindings } from '../../src/mail/asked.ts';
import { readBuilt } from '../../src/node/built.ts';
import { open } from '../../src/search/open-policy.ts';

const opened = await open(undefined, readBuilt);
const searchable = { policy: opened.policy, index: await opened.index() };

/** The sentence that is taken for the question, and the topic that answers it. */
function found(text: string, subject = 'Re: [PATCH v2] mm: a thing') {
  const [best] = sentenceFindings(searchable, text.split('\n'), { subject, isAnnouncement: false });
  return best?.finding.outcome === 'answered' ? [best.sentence.text, best.finding.section.name] : undefined;
}

describe('what a message asks', () => {
  it.each([
    [
      'a question among others',
      'Hi,\n\nI maintain a C driver and was sent a Rust abstraction for it. Am I forced to take it?\n\nCheers,\nA',
      ['Am I forced to take it?', 'subsystems'],
    ],
    [
      'what is asked in nearly the words of a heading',
      'Are duplicate Rust drivers allowed?',
      ['Are duplicate Rust drivers allowed?', 'duplicate-drivers'],
    ],
    [
      'a question behind a word that compilers write',
      'Warnings: who is responsible if a C change breaks a Rust build?',
      ['Warnings: who is responsible if a C change breaks a Rust build?', 'broken-builds'],
    ],
    [
      'a statement that names the subject',
      'Thanks.\n\nIf my C change breaks the Rust side, it is up to the Rust people to fix it.',
      ['If my C change breaks the Rust side, it is up to the Rust people to fix it.', 'broken-builds'],
    ],
    [
      'a question without the subject that leaves no doubt',
      'If I change the C API, do I have to fix all the bindings too?',
      ['If I change the C API, do I have to fix all the bindings too?', 'broken-builds'],
    ],
  ])('is %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('is nothing in what a program announces', () => {
    const message = { subject: 'Who fixes broken Rust builds?', isAnnouncement: true };
    expect(sentenceFindings(searchable, ['Who fixes broken Rust builds?'], message)).toEqual([]);
  });

  it.each([
    'All errors (new ones prefixed by >>):',
    'Unverified Error/Warning:',
    'error[E0433]: failed to resolve: who fixes the broken Rust build',
    'drivers/x.rs:1:2: warning: who maintains this Rust code',
    'https://example.org/linux rust-next',
    'Hi Linus,',
    'Linux 6.19',
  ])('nothing is nearest where a program wrote %j', (text) => {
    const message = { subject: '[GIT PULL] Rust for v6.20', isAnnouncement: false };
    expect(sentenceFindings(searchable, [text], message)).toEqual([]);
  });

  it.each([
    'Cheers,\nA',
    'Regards, Dev',
    'Thanks for the patch.',
    'The series looks good to me.',
    'Fixes the build failure reported by the robot.',
    'I will take this through my tree.',
    'See above.',
    'What the heck is going on with the page allocator?',
    'Nack.',
  ])('is not %j', (text) => {
    expect(found(text)).toBeUndefined();
  });

  it.each([
    ['a call to somebody', 'Greg ?'],
    ['a claim that is not clear', 'We will show how subsystems start to use Rust and mix it with C.'],
  ])('is not %s', (_, text) => {
    expect(found(text, 'Re: [PATCH v2] rust: a thing')).toBeUndefined();
  });
});
