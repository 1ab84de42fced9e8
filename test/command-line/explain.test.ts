import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS as TABLE } from '../../src/command-line/command-table.ts';
import EXAMPLES from '../../src/command-line/examples.json' with { type: 'json' };
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

async function run(argv: readonly string[], columns?: number) {
  const world = worldOf({
    input: 'who fixes builds',
    files: { message: 'From: a@example.org\n\nWho fixes a broken Rust build?\n' },
    isTerminal: columns !== undefined,
    ...(columns === undefined ? {} : { columns }),
  });
  const status = await main(argv, world.io);
  return { status, out: world.out(), error: world.error() };
}

/** A folder that stands for the reader's own in examples. */
const FOLDER = fileURLToPath(new URL('../eval/folders/library', import.meta.url));

const COMMANDS = Object.keys(TABLE).filter((name) => name !== 'help');

describe('help', () => {
  it.each(COMMANDS)('of %s', async (command) => {
    const { out, error, status } = await run([command, '--help']);
    expect({ error, status }).toEqual({ error: '', status: 0 });
    await expect(out).toMatchFileSnapshot(`rendered/help/${command}.txt`);
    expect((await run(['help', command])).out).toBe(out);
  });

  it('of the program, which leaves a line of a terminal for the next prompt', async () => {
    const { out } = await run(['--help']);
    await expect(out).toMatchFileSnapshot('rendered/help/rustpolicy.txt');
    expect(out.split('\n').length).toBeLessThanOrEqual(24);
    expect((await run(['help'])).out).toBe(out);
    expect(await run(['help', 'help'])).toEqual({ out, error: '', status: 0 });
  });

  it('of the program on a narrow terminal', async () => {
    await expect((await run(['--help'], 40)).out).toMatchFileSnapshot('rendered/help/rustpolicy-40.txt');
  });

  it('breaks no word of an example, which can be copied still', async () => {
    const { out } = await run(['ask', '--help'], 40);
    expect(out).toContain('  rustpolicy ask --format mail who \\\n    fixes builds | mail -s Rust \\\n');
    expect(out).toContain("  rustpolicy ask \\\n    'are duplicated drivers allowed?'\n");
  });

  it.each([[], ...COMMANDS.map((command) => [command])])(
    'is no wider than a narrow terminal: %s',
    async (...command) => {
      const { out } = await run([...command, '--help'], 40);
      expect(out.split('\n').filter((line) => line.length > 40 && /\S +\S/.test(line.trim()))).toEqual([]);
    },
  );

  it.each([[], ...COMMANDS.map((command) => [command])])(
    'is at most 80 columns wide on any terminal: %s',
    async (...command) => {
      const { out } = await run([...command, '--help'], 200);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it.each([
    [[], 'Usage: rustpolicy [command] [words...]'],
    [['--brief'], 'Usage: rustpolicy [command] [words...]'],
    [['ask'], 'Usage: rustpolicy ask [options] [question...]'],
  ])('stands on standard error where a terminal gives no words: %j', async (argv, line) => {
    const world = worldOf();
    expect(await main(argv, world.io)).toBe(2);
    expect(world.out()).toBe('');
    expect(world.error()).toContain(line);
  });
});

describe('every example', () => {
  const commands = Object.values(EXAMPLES).flatMap((examples) => examples.map(([command = '']) => command));

  it.each(commands)('%s is a command line that works', async (example) => {
    const [words = ''] = /(?<=rustpolicy )(?:'[^']*'|.)*?(?= [|>&]|$)/.exec(example) ?? [];
    const typed = (words.match(/(?:'[^']*'|\S)+/g) ?? []).map((word) => word.replaceAll("'", ''));
    const { status } = await run(typed.map((word) => (word === 'docs/policies' ? FOLDER : word)));
    expect(status).toBe(0);
  });
});

it('tells its version, and which policy it carries', async () => {
  const { out, status } = await run(['--version']);
  expect(status).toBe(0);
  expect(out).toMatch(
    /^rustpolicy \d+\.\d+\.\d+\nRust kernel policy, revision [0-9a-f]{12}, \d{4}-\d\d-\d\d\n$/,
  );
});
