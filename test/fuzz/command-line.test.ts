import fc from 'fast-check';
import { it } from 'vitest';
import {
  COMMANDS,
  type CommandEntry,
  type Entry,
  PROGRAM,
  spellingsOf,
} from '../../src/command-line/command-table.ts';
import { fuzz, PATIENCE } from './budget.ts';
import { hostileText } from './hostile.ts';
import { runChecked } from './invariants.ts';

const options = [PROGRAM, ...Object.values<CommandEntry>(COMMANDS)].flatMap((command) =>
  Object.values<Entry>(command.options),
);
const flags = [...new Set(options.flatMap(spellingsOf))];
const choices = [...new Set(options.flatMap(({ choices = [] }) => choices))];
const commands = Object.keys(COMMANDS);

const argument = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...flags) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...choices, '4', 'broken-builds', '80', '0', '-1', '1e999', 'a@b.c'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('--', '-', '--no-', '--nosuch', '-abc', '--format=json', '--format='),
  },
  { weight: 1, arbitrary: fc.constantFrom('/nonexistent', '/dev/null', 'data', '<a@b>') },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...flags), hostileText).map(([flag, text]) => `${flag}=${text}`),
  },
  { weight: 1, arbitrary: hostileText },
);

const commandLine = fc
  .tuple(fc.option(fc.constantFrom(...commands), { freq: 10 }), fc.array(argument, { maxLength: 8 }))
  .map(([command, rest]) => (command === null ? rest : [command, ...rest]));

it(
  'any command line ends with 0, 1 or 2, and says in one line what is wrong with it',
  async () => {
    await fuzz(
      fc.asyncProperty(commandLine, hostileText, async (argv, input) => {
        await runChecked(argv, { input });
      }),
    );
  },
  PATIENCE,
);
