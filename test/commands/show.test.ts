import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

it('colours no more code of many topics than of one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-show-'));
  const block = `\`\`\`c\n${'return;\n'.repeat(480)}\`\`\`\n`;
  const page = Array.from({ length: 30 }, (_, at) => `## Topic ${at}\n\n${block}\n`).join('');
  writeFileSync(join(folder, 'a.md'), page);
  const world = worldOf();
  await main(['show', '--data', folder, '--color', 'always'], world.io);
  rmSync(folder, { recursive: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the code that colour is made of
  expect(world.out().match(/\u001b\[1mreturn/g)).toHaveLength(480 * 10);
});
