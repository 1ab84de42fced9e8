import { describe, expect, it } from 'vitest';
import { importArguments } from '../../src/build/import-arguments.ts';
import { InputError } from '../../src/errors.ts';

const COMMIT = '0123456789abcdef';
const WHOLE = ['page.md', '--revision', COMMIT, '--subject', 'Say it better', '--updated', '2026-01-31'];

/** All arguments, some of them others. */
function withOther(changes: Readonly<Record<string, string>>): string[] {
  return WHOLE.map((word, at) => changes[WHOLE[at - 1] ?? ''] ?? word);
}

describe('importArguments', () => {
  it('takes page, revision and decisions', () => {
    const argv = [...WHOLE, '--renamed', 'tradeoffs=#what-it-costs', '--gone', 'companies'];
    expect(importArguments(argv)).toEqual({
      path: 'page.md',
      revision: { revision: COMMIT.slice(0, 12), subject: 'Say it better', updated: '2026-01-31' },
      decisions: new Map([
        ['tradeoffs', 'what-it-costs'],
        ['companies', undefined],
      ]),
    });
  });

  it.each([
    [[], 'give the page and what it is: PAGE.md --revision'],
    [WHOLE.slice(0, -2), 'give the page and what it is'],
    [[...WHOLE, 'other.md'], 'give one page, not page.md and other.md'],
    [[...WHOLE, '--bogus'], "Unknown option '--bogus'; give PAGE.md"],
    [[...WHOLE, '--gone'], "Option '--gone <value>' argument missing; give PAGE.md"],
    [withOther({ '--revision': 'fdb0d98' }), 'revision "fdb0d98" is no commit'],
    [withOther({ '--subject': 'two\nlines' }), 'the subject is not one line'],
    [withOther({ '--updated': 'yesterday' }), 'updated "yesterday" is no date'],
    [withOther({ '--updated': '2025-02-30' }), 'updated "2025-02-30" is no date'],
  ])('refuses %j', (argv, message) => {
    expect(() => importArguments(argv)).toThrow(InputError);
    expect(() => importArguments(argv)).toThrow(message);
  });
});
