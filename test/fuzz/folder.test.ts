import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-line/command-table.ts';
import { fuzz, PATIENCE } from './budget.ts';
import { fileName, hostileBytes, hostileText } from './hostile.ts';
import { expectDocument, runChecked } from './invariants.ts';

const place = fc
  .tuple(fc.constantFrom('', '', 'sub/', 'asked-as/', 'elsewhere/'), fileName)
  .map((parts) => parts.join(''));
const files = fc.dictionary(place, hostileBytes, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

it(
  'any bytes as a folder of Markdown are read, or refused in one line, and shown without what nobody asked for',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-fuzz-'));
    await fuzz(
      fc.asyncProperty(
        files,
        hostileText,
        fc.constantFrom(...COMMANDS.list.options.format.choices),
        async (files, question, format) => {
          rmSync(folder, { recursive: true });
          for (const [path, bytes] of Object.entries(files)) {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), bytes);
          }
          const view = ['--data', folder, '--format', format, '--color', 'always', '--hyperlinks', 'always'];
          for (const argv of [
            ['list', ...view],
            ['show', '1', ...view],
            ['ask', ...view, '--why', '-'],
            ['check', folder, '--format', format === 'json' ? 'json' : 'text'],
          ]) {
            const { status, out } = await runChecked(argv, { input: question });
            if (format === 'json' && status !== 2) expectDocument(out);
          }
          const { status } = await runChecked(['mail', '--topic', '1', '--utf8', '--data', folder]);
          expect([0, 2]).toContain(status);
        },
      ),
    );
    rmSync(folder, { recursive: true, force: true });
  },
  PATIENCE,
);
