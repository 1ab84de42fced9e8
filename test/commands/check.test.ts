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
  mkdirSync(join(folder, 'sound/asked-as'), { recursive: true });
  writeFileSync(join(folder, 'sound/a.md'), '## Apples\n\nApples are red.\n');
  writeFileSync(join(folder, 'sound/asked-as/a.md'), '- which apples\n- are apples red\n');
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

  it('counts them behind them', async () => {
    const world = worldOf();
    const order: string[] = [];
    const noting = (name: string) => ({ ...world.io.out, write: async () => void order.push(name) });
    await main(['check', join(folder, 'broken')], {
      ...world.io,
      out: noting('out'),
      error: noting('error'),
    });
    expect(order).toEqual(['out', 'error']);
  });

  it('gives one JSON document', async () => {
    const { status, out } = await run('check', '--format', 'json', join(folder, 'broken'));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      errors: 1,
      warnings: 1,
      notes: 0,
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

  it('names topics only with --verbose, and ends with 0 for them', async () => {
    expect(await run('check', join(folder, 'sound'))).toEqual({
      status: 0,
      out: '',
      error: '2 files: 0 errors, 0 warnings\n',
    });
    expect(await run('check', '--verbose', join(folder, 'sound'))).toEqual({
      status: 0,
      out: 'a.md:1: note: topic "a", 2 phrasings\n',
      error: '2 files: 0 errors, 0 warnings, 1 note\n',
    });
  });

  it('gives what is alike as one line, and each with --verbose', async () => {
    const gone = '## A\n\n[x](gone.md)\n\n[y](lost.md)\n';
    const place = mkdtempSync(join(folder, 'alike-'));
    writeFileSync(join(place, 'a.md'), gone);
    const lines = async (...options: string[]) =>
      (await run('check', ...options, place)).out.match(/error:/g);
    expect([await lines(), await lines('--verbose')]).toEqual([['error:'], ['error:', 'error:']]);
  });

  it.each(['bare', 'missing'])('ends with 2 where there is nothing to check: %s', async (name) => {
    const { status, out, error } = await run('check', join(folder, name));
    expect([status, out]).toEqual([2, '']);
    expect(error).toContain(name);
  });
});
