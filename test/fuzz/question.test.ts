import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-line/command-table.ts';
import { fuzz, PATIENCE } from './budget.ts';
import { hostileText } from './hostile.ts';
import { expectDocument, runChecked } from './invariants.ts';

it(
  'any question is answered or not, in any form, without a crash or a character that nobody asked for',
  async () => {
    await fuzz(
      fc.asyncProperty(
        hostileText,
        fc.constantFrom(...COMMANDS.list.options.format.choices, 'draft'),
        fc.subarray(['--brief', '--why']),
        async (question, format, options) => {
          const isDraft = format === 'draft';
          const argv = isDraft
            ? ['mail', '-', ...options.filter((option) => option === '--brief')]
            : ['ask', '--format', format, '--color', 'always', ...options, '-'];
          const { status, out } = await runChecked(argv, { input: question });
          if (format === 'json' && status !== 2) expectDocument(out);
          else if (status !== 0) expect(out).toBe('');
        },
      ),
    );
  },
  PATIENCE,
);
