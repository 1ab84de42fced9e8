import { describe, expect, it } from 'vitest';
import { firstWhere, grouped, remembered } from '../../src/search/lookup.ts';

describe('the first place where something holds', () => {
  it.each([0, 1, 5, 6, 7])('is found from %j on, of seven', (from) => {
    expect(firstWhere(7, (at) => at >= from)).toBe(from);
  });

  it('is none of no places, which are not looked at', () => {
    const looked = firstWhere(0, () => {
      throw new Error('looked at');
    });
    expect(looked).toBe(0);
  });
});

it('makes once what is asked for again', () => {
  let made = 0;
  const doubled = remembered((number: number) => {
    made += 1;
    return 2 * number;
  });
  expect([doubled(4), doubled(5), doubled(4)]).toEqual([8, 10, 8]);
  expect(made).toBe(2);
});

it('groups values by their keys, both in order', () => {
  const pairs = [['b', 1] as const, ['a', 2] as const, ['b', 3] as const];
  expect([...grouped(pairs)]).toEqual([
    ['b', [1, 3]],
    ['a', [2]],
  ]);
});
