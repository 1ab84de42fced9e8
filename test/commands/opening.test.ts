import { expect, it } from 'vitest';
import { withProgress } from '../../src/commands/opening.ts';
import { worldOf } from '../world.ts';

/** What is on standard error after showing a state at each of these milliseconds. */
async function shownAt(
  times: readonly number[],
  { isTerminal = true, isBroken = false } = {},
): Promise<string> {
  const world = worldOf({ isTerminal });
  let now = 0;
  const load = (show: (done: number, total: number) => void) => {
    for (const [at, time] of times.entries()) {
      now = time;
      show(at, times.length);
    }
    if (isBroken) throw new Error('broken');
  };
  const loading = withProgress({ error: world.io.error, now: () => now }, load);
  if (isBroken) await expect(loading).rejects.toThrow('broken');
  else await loading;
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

it('is erased where the load fails', async () => {
  expect(await shownAt([600], { isBroken: true })).toBe('\r\u001B[Kreading: 0 of 1 files\r\u001B[K');
});

it('is silent where standard error is no terminal', async () => {
  expect(await shownAt([10, 1000], { isTerminal: false })).toBe('');
});
