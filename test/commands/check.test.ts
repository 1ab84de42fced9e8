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
  mkdirSync(join(folder, 'odd/asked-as'), { recursive: true });
  writeFileSync(join(folder, 'odd/a.md'), '## Apples\n\nApples are red, round and ripe.\n');
  writeFileSync(join(folder, 'odd/b.md'), '## Pears\n\nPears are green.\n');
  const phrasings = [...'abcdefgh'].map((letter) => `- are pears green ${letter}zz\n`);
  writeFileSync(join(folder, 'odd/asked-as/b.md'), `${phrasings.join('')}- red round ripe odd rare\n`);
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

  it('names only with --verbose what needs nothing done, and ends with 0', async () => {
    expect(await run('check', join(folder, 'odd'))).toEqual({
      status: 0,
      out: '',
      error:
        '3 files: 0 errors, 0 warnings\n1 of 9 phrasings lead home only because they are listed; --verbose names them\n',
    });
    expect(await run('check', '--verbose', join(folder, 'odd'))).toEqual({
      status: 0,
      out: 'asked-as/b.md:9: note: "red round ripe odd rare" leads to "b" only because it is listed; left out, "a" answers it\n',
      error: '3 files: 0 errors, 0 warnings, 1 note\n',
    });
  });

  it.each(['bare', 'missing'])('ends with 2 where there is nothing to check: %s', async (name) => {
    const { status, out, error } = await run('check', join(folder, name));
    expect([status, out]).toEqual([2, '']);
    expect(error).toContain(name);
  });
});
