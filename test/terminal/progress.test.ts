import { expect, it } from 'vitest';
import { progressLine } from '../../src/terminal/progress.ts';
import { worldOf } from '../world.ts';

/** What is on standard error after showing a state at each of these milliseconds. */
async function shownAt(times: readonly number[], isTerminal = true): Promise<string> {
  const world = worldOf({ isTerminal });
  let now = 0;
  const progress = progressLine({ error: world.io.error, now: () => now });
  for (const [at, time] of times.entries()) {
    now = time;
    progress.show(at, times.length);
  }
  await progress.clear();
  return world.error();
}

it('is silent for half a second', async () => {
  expect(await shownAt([10, 499])).toBe('');
});

it('then shows a line, a tenth of a second apart, and erases it in the end', async () => {
  expect(await shownAt([10, 500, 550, 600])).toBe(
    '\r\u001B[Kreading: 1 of 4 files\r\u001B[Kreading: 3 of 4 files\r\u001B[K',
  );
});

it('is silent where standard error is no terminal', async () => {
  expect(await shownAt([10, 1000], false)).toBe('');
});
