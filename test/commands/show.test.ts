import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-show-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is shown of a page on a terminal, in colour. */
async function shown(page: string, ...options: readonly string[]): Promise<string> {
  writeFileSync(join(folder, 'a.md'), page);
  const world = worldOf();
  await main(['show', '--data', folder, '--color', 'always', ...options], world.io);
  return world.out();
}

it('draws no rules of thousands of columns, however wide the window is', async () => {
  const out = await shown(`## A\n\nx\n${'***\n'.repeat(3_500)}\nx\n`, '--width', '10000');
  expect(out.length).toBeLessThan(3_500 * 210);
  expect(out).toContain(`\n${'-'.repeat(200)}\n`);
});

it('fills no rows of a table up to thousands of columns', async () => {
  const page = `## A\n\n|a|b|\n|-|-:|\n|c|${'d'.repeat(9_000)}|\n${'e|f\n'.repeat(3_000)}`;
  expect((await shown(page, '--width', '10000')).length).toBeLessThan(300_000);
});
