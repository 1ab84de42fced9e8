import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { main } from '../src/main.ts';
import { worldOf } from './world.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('shows on its first screen the commands that set up, ask and test, and what is really answered', async () => {
  const world = worldOf();
  expect(await main(['ask', 'who fixes broken builds'], world.io)).toBe(0);
  const start = 'npm ci && npx rustpolicy ask "who fixes broken builds"';
  expect(readme.split('\n').findIndex((line) => line.includes(start))).toBeLessThan(15);
  expect(readme).toContain(`${start}\n\n\`\`\`text\n${world.out()}\`\`\`\n`);
  expect(readme.indexOf('\n    npm cit\n')).toBeGreaterThan(0);
});

it('quotes what is said where the policy does not answer', async () => {
  const world = worldOf();
  expect(await main(['ask', 'minimum rustc version'], world.io)).toBe(1);
  const quoted = readme.replaceAll(/\s+/g, ' ');
  expect(quoted).toContain(
    `$ rustpolicy ask minimum rustc version ${world.error().replaceAll(/\s+/g, ' ').trim()}`,
  );
});
