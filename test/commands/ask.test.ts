import { expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

it('quotes of the second best section the passage that answers, not the one in the place of the first section’s', async () => {
  const world = worldOf();
  await main(['ask', '-n', '2', '--brief', 'who', 'fixes', 'broken', 'builds'], world.io);
  expect(world.out()).toMatch(/^How is Rust introduced in a subsystem\?\n/);
  expect(world.out()).toContain('patches, fixing issues');
});
