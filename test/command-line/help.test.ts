import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS as TABLE } from '../../src/command-line/command-table.ts';
import { EXAMPLES } from '../../src/command-line/manual.ts';
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

  it('of the program', async () => {
    const { out } = await run(['--help']);
    await expect(out).toMatchFileSnapshot('rendered/help/rustpolicy.txt');
    expect((await run(['help'])).out).toBe(out);
    expect(await run(['help', 'help'])).toEqual({ out, error: '', status: 0 });
  });

  it('of the program on a narrow terminal', async () => {
    await expect((await run(['--help'], 40)).out).toMatchFileSnapshot('rendered/help/rustpolicy-40.txt');
  });

  it.each([[], ...COMMANDS.map((command) => [command])])(
    'is at most 80 columns wide on any terminal: %s',
    async (...command) => {
      const { out } = await run([...command, '--help'], 200);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it('stands on standard error where no command is given', async () => {
    const { out, error, status } = await run([]);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(error).toContain('Usage: rustpolicy');
  });
});

describe('every example', () => {
  const commands = Object.values(EXAMPLES).flatMap((examples) => examples.map(({ command }) => command));

  it.each(commands)('%s is a command line that works', async (example) => {
    const [words = ''] = /(?<=rustpolicy ).*?(?= [|>&]|$)/.exec(example) ?? [];
    const { status } = await run(words.split(' ').map((word) => (word === 'docs/policies' ? FOLDER : word)));
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

describe('what is mistyped is met with what to type:', () => {
  it.each([
    ['aks who', "unknown command 'aks'; did you mean ask? To ask a question: rustpolicy ask aks who"],
    ['fixes of builds', "unknown command 'fixes'; to ask a question: rustpolicy ask fixes of builds"],
    ['version', "unknown command 'version'; to see it: rustpolicy --version"],
    ['broken-builds', "unknown command 'broken-builds'; to read that topic: rustpolicy show broken-builds"],
    ['list --colour never', "unknown option '--colour'; did you mean --color? See: rustpolicy list --help"],
    ['list --fromat=json', "unknown option '--fromat'; did you mean --format? See: rustpolicy list --help"],
    ['mail x --nosuch=y', "unknown option '--nosuch'; see: rustpolicy mail --help"],
    ['ask x --brief=no', "option '--brief' takes no value; see: rustpolicy ask --help"],
    ['ask --=x y', "unknown option '--=x'; see: rustpolicy ask --help"],
    ['--version=1', "option '--version' takes no value; see: rustpolicy --help"],
    ['--help=ask', "option '--help' takes no value; see: rustpolicy --help"],
    ['--nosuch', "unknown option '--nosuch'; see: rustpolicy --help"],
    ['--format=json list', "option '--format' goes behind its command: rustpolicy list --format"],
    ['--brief', "option '--brief' goes behind its command: rustpolicy ask --brief"],
    ['show', "missing required argument 'topic'; see: rustpolicy show --help"],
    [
      'list all',
      "too many arguments for 'list'. Expected 0 arguments but got 1; see: rustpolicy list --help",
    ],
    ['completion tcsh', 'completion takes bash, zsh or fish, not "tcsh"'],
    ['mail x --width 76', '--width takes a whole number of columns from 30 to 75, not "76"'],
    ['show 4 --width 9', '--width takes a whole number of columns from 20 to 10000, not "9"'],
    ['help nosuch', 'no command "nosuch" to help with; there are help, ask'],
    ['show mantainers', 'no topic "mantainers"; did you mean maintainers'],
  ])('rustpolicy %s', async (words, message) => {
    const { out, error, status } = await run(words.split(' '));
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(error).toMatch(/^[^\n]*\n$/);
    expect(error).toContain(`rustpolicy: ${message}`);
  });
});
