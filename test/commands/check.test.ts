import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-'));
  mkdirSync(join(folder, 'broken'));
  mkdirSync(join(folder, 'bare'));
  writeFileSync(join(folder, 'broken/a.md'), '## A\n\n[x](gone.md)\n\n## B\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const world = worldOf();
  const status = await main(argv, world.io);
  return { status, out: world.out(), error: world.error() };
}

describe('rustpolicy check', () => {
  it('lists findings as compilers do, counts them, and ends with 1', async () => {
    expect(await run('check', join(folder, 'broken'))).toEqual({
      status: 1,
      out: 'a.md:3: error: link to "gone.md": there is no file "gone.md"\na.md:5: warning: section "B" has no text\n',
      error: '1 file: 1 error, 1 warning\n',
    });
  });

  it('gives one JSON document', async () => {
    const { status, out } = await run('check', '--format', 'json', join(folder, 'broken'));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      errors: 1,
      warnings: 1,
      findings: [
        {
          file: 'a.md',
          line: 3,
          severity: 'error',
          message: 'link to "gone.md": there is no file "gone.md"',
        },
        { file: 'a.md', line: 5, severity: 'warning', message: 'section "B" has no text' },
      ],
    });
  });

  it.each(['bare', 'missing'])('ends with 2 where there is nothing to check: %s', async (name) => {
    const { status, out, error } = await run('check', join(folder, name));
    expect([status, out]).toEqual([2, '']);
    expect(error).toContain(name);
  });
});
