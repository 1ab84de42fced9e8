import { expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

it('gives a topic a line with tabs in a pipe', async () => {
  const world = worldOf();
  expect(await main(['list'], world.io)).toBe(0);
  expect(world.out().split('\n')[4]).toBe(
    '4\tbroken-builds\tWho is responsible if a C change breaks a build with Rust enabled?',
  );
  expect(world.out().trimEnd().split('\n')).toHaveLength(11);
});
