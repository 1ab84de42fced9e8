import { describe, expect, it } from 'vitest';
import { find } from '../../src/search/answer.ts';
import { withoutOpenings } from '../../src/search/policy-english.ts';
import { bundled } from '../bundled-policy.ts';

describe('a text without its openings', () => {
  it.each([
    ['To be clear, nobody forces you', 'nobody forces you'],
    ['More generally, who decides?', 'who decides?'],
    ['Fair enough, but who fixes it?', 'who fixes it?'],
    ['With all due respect: it does not scale', 'it does not scale'],
    ['That said - it does not scale', 'it does not scale'],
    ['Hi Miguel, just a quick question, who reviews it?', 'who reviews it?'],
    ['OK so who reviews it?', 'who reviews it?'],
    [' But who reviews it?', 'who reviews it?'],
    [`${'Well, '.repeat(4)}who reviews it?`, 'who reviews it?'],
    [`${'Well, '.repeat(5)}who reviews it?`, 'Well, who reviews it?'],
  ])('%j is %j', (text, rest) => {
    expect(withoutOpenings(text)).toBe(rest);
  });

  it.each([
    ['For GPIO, who decides?', 'it names what is asked for'],
    ['In my subsystem, who decides?', 'it names what is asked for'],
    ['Thanks, applied.', 'thanks are for a patch'],
    ['Who, if not the team, fixes it?', 'it asks'],
    ['So far it works', '"so far" goes together'],
    ['To be clear, I am', 'nothing would be left'],
    ['Well', 'nothing would be left'],
  ])('%j stays: %s', (text) => {
    expect(withoutOpenings(text)).toBe(text);
  });

  it('has no more than a few taken off, so that no text takes long', () => {
    const text = `${'well, '.repeat(50_000)}who decides`;
    expect(withoutOpenings(text).length).toBeGreaterThan(text.length / 2);
  });
});

describe('a remark', () => {
  const remarks = [
    'who fixes the build when a C change breaks Rust code?',
    'maintainers were promised that Rust would not be extra work',
    'the Rust driver should replace the C driver instead of living beside it',
    'our subsystem has no time to look at Rust patches',
    'which rustc version do I need',
    'please rebase this series on top of rust-next',
  ];
  const openings = [
    'More generally, ',
    'Fair enough, but ',
    'To be clear, ',
    'Honestly, ',
    'As I said before, ',
    'But ',
  ];

  it.each(remarks)('is answered alike behind any opening: %s', (remark) => {
    const answer = (text: string) => {
      const { outcome, closest } = find(bundled.policy, bundled.index, text);
      return { outcome, score: closest[0]?.score, name: closest[0]?.section.name };
    };
    for (const opening of openings) expect(answer(opening + remark), opening).toEqual(answer(remark));
  });
});
