import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import { worldOf } from './world.ts';

let world = worldOf();

/** Runs a command line in this process, in a pipe unless the test says otherwise. */
function run(...argv: string[]): Promise<number> {
  return main(argv, world.io);
}

beforeEach(() => {
  world = worldOf();
});

describe('ask', () => {
  it('answers with the section, as text in a pipe', async () => {
    expect(await run('ask', 'who', 'fixes', 'broken', 'builds')).toBe(0);
    expect(world.out()).toMatch(
      /^Who is responsible if a C change breaks a build with Rust enabled\?\n\nThe usual/,
    );
    expect(world.error()).toBe('');
  });

  it('reads the question from standard input', async () => {
    world = worldOf({ input: 'who fixes broken builds\n' });
    expect(await run('ask', '-')).toBe(0);
    expect(world.out()).toContain('The usual kernel policy applies.');
  });

  it.each(['4', 'broken-builds'])(
    'shows a topic that stands alone in a pipe, as it does among words: %s',
    async (topic) => {
      world = worldOf({ input: `${topic}\n` });
      expect(await run()).toBe(0);
      const piped = world.out();
      world = worldOf();
      expect(await run(topic)).toBe(0);
      expect(piped).toBe(world.out());
      expect(piped).toMatch(/^Who is responsible if a C change/);
    },
  );

  it('asks a piped question, also one that begins as a misspelt command does', async () => {
    world = worldOf({ input: 'lsit who fixes broken builds' });
    expect(await run()).toBe(0);
    expect(world.out()).toMatch(/^Who is responsible if a C change/);
  });

  it('takes words with dashes behind --', async () => {
    expect(await run('ask', '--', '--who', '-fixes', 'broken', 'builds')).toBe(0);
  });

  it('takes for a question behind -- what is a command, or nearly one', async () => {
    for (const word of ['list', 'lsit', 'help']) expect(await run('--brief', '--', word)).toBe(1);
  });

  it('leaves standard output empty where the policy does not say', async () => {
    expect(await run('ask', 'best carbonara recipe')).toBe(1);
    expect(world.out()).toBe('');
    expect(world.error()).toMatch(/^The Rust kernel policy does not (answer|cover) this\./);
  });

  it('gives JSON even where the policy does not say', async () => {
    expect(await run('ask', '--format', 'json', 'best carbonara recipe')).toBe(1);
    expect(JSON.parse(world.out())).toMatchObject({ schemaVersion: 1, outcome: 'unanswered' });
    expect(JSON.parse(world.out())).not.toHaveProperty('answer');
  });

  it.each(['', '   '])('refuses %j, which asks nothing', async (question) => {
    expect(await run('ask', question)).toBe(2);
    expect(world.out()).toBe('');
    expect(world.error()).toMatch(/^rustpolicy: nothing to look up; .*rustpolicy ask .*\n$/);
  });

  it.each(['???', 'the', 'what is it'])(
    'leaves %j, which says nothing of what is asked, unanswered',
    async (question) => {
      expect(await run('ask', question)).toBe(1);
      expect(await run('ask', '--format', 'json', question)).toBe(1);
      expect(JSON.parse(world.out())).toMatchObject({ outcome: 'unanswered' });
    },
  );

  it('is coloured on a terminal and fits it', async () => {
    world = worldOf({ isTerminal: true, columns: 40 });
    expect(await run('ask', 'who fixes broken builds')).toBe(0);
    expect(world.out()).toContain('\x1b[1m');
    const lines = world
      .out()
      .split('\n')
      .filter((line) => !line.includes('https://'));
    for (const line of lines) expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(40);
  });

  it('is not coloured with NO_COLOR', async () => {
    world = worldOf({ isTerminal: true, columns: 80, env: { NO_COLOR: '1' } });
    await run('ask', 'who fixes broken builds');
    expect(world.out()).not.toContain('\x1b');
  });
});

describe('show', () => {
  it.each([
    '4',
    'broken-builds',
    'brok',
    'Broken  Builds',
    'who is responsible if a C change breaks a build, with Rust enabled',
    'who-is-responsible-if-a-c-change-breaks-a-build-with-rust-enabled',
    'https://rust-for-linux.com/rust-kernel-policy#who-is-responsible-if-a-c-change-breaks-a-build-with-rust-enabled',
  ])('takes %s', async (topic) => {
    expect(await run('show', topic)).toBe(0);
    expect(world.out()).toMatch(/^Who is responsible if a C change/);
  });

  it('lists what an ambiguous start could be', async () => {
    expect(await run('show', 'main')).toBe(2);
    expect(world.error()).toBe(
      'rustpolicy: topic "main" could be maintainer-support or maintainers; type more of the name\n',
    );
  });

  it('suggests no topic where none is near', async () => {
    expect(await run('show', 'nosuch')).toBe(2);
    expect(world.error()).toBe('rustpolicy: no topic "nosuch"; see all topics with: rustpolicy list\n');
  });

  it('suggests the nearest topic', async () => {
    expect(await run('show', 'brokenbuild')).toBe(2);
    expect(world.error()).toContain('did you mean broken-builds');
  });

  it('gives JSON of the documented shape', async () => {
    await run('show', 'companies', '--format', 'json');
    const { answer, policy } = JSON.parse(world.out());
    expect(Object.keys(answer)).toEqual(['number', 'name', 'anchor', 'heading', 'url', 'markdown', 'text']);
    expect(policy).toEqual({
      title: 'Rust kernel policy',
      source: 'https://rust-for-linux.com/rust-kernel-policy',
      revision: 'fdb0d9896015',
      subject: 'Update link FOSDEM keynote',
      updated: '2025-04-02',
    });
  });
});

it.each(['4', '04', 'broken-builds'])('%s alone names a topic, as behind show', async (topic) => {
  await run('show', topic);
  const shown = world.out();
  world = worldOf();
  expect(await run(topic)).toBe(0);
  expect(world.out()).toBe(shown);
});

describe('commands that are named', () => {
  const folder = new URL('eval/folders/library', import.meta.url).pathname;

  it('read the folder that was read, below an answer', async () => {
    await run('ask', 'lost card', '--format', 'terminal', '--width', '200', '--data', folder);
    expect(world.out()).toMatch(
      new RegExp(`See also:\n(  rustpolicy show [\\w-]+ --data ${folder}  .*\n)+$`),
    );
  });

  it('read it instead of one', async () => {
    expect(await run('ask', 'library carbonara zyzzyva tagliatelle', '--data', folder)).toBe(1);
    expect(world.error()).toMatch(
      new RegExp(`Closest topics:\n(  rustpolicy show [\\w-]+ +--data ${folder}  .*\n)+$`),
    );
    expect(await run('mail', 'library carbonara zyzzyva tagliatelle', '--data', folder)).toBe(1);
    expect(world.error().split('\n').at(-2)).toContain(` --data ${folder}  `);
  });

  it('read it where there is no such topic', async () => {
    expect(await run('show', 'nosuch', '--data', folder)).toBe(2);
    expect(await run('mail', '--topic', 'nosuch', '--data', folder)).toBe(2);
    const said = `rustpolicy: no topic "nosuch"; see all topics with: rustpolicy list --data ${folder}\n`;
    expect(world.error()).toBe(said + said);
  });

  it.each([
    ['ask', 'ask'],
    ['', 'ask'],
    ['mail', 'mail'],
  ])('ask one of its own topics where nothing is asked: %s', async (typed, command) => {
    const argv = typed === '' ? [] : [typed];
    const example = (data: string) =>
      `, as in: rustpolicy ${command} 'How many items may I borrow at once?'${data}\n`;
    for (const input of ['', ' \n']) {
      world = worldOf({ input });
      expect(await run(...argv, '--data', folder)).toBe(2);
      expect(world.error()).toContain(example(` --data ${folder}`));
      world = worldOf({ input, env: { RUSTPOLICY_DATA: folder } });
      expect(await run(...argv)).toBe(2);
      expect(world.error()).toContain(example(''));
    }
    expect(world.out()).toBe('');
  });

  it('read it below a mail that answers the first of two questions', async () => {
    const asked = 'How many items may I borrow at once?\n\nHow long may I keep things?\n';
    world = worldOf({ files: { message: `From: a@example.org\nMessage-ID: <1@a>\n\n${asked}` } });
    expect(await run('mail', '--reply', 'message', '--data', folder)).toBe(0);
    expect(world.error()).toContain(`rustpolicy show long-keep-things --data ${folder} speaks of it\n`);
  });

  it('need not name it where the environment does', async () => {
    world = worldOf({ env: { RUSTPOLICY_DATA: folder } });
    expect(await run('show', 'nosuch')).toBe(2);
    expect(world.error()).toBe('rustpolicy: no topic "nosuch"; see all topics with: rustpolicy list\n');
  });
});

describe('RUSTPOLICY_DATA', () => {
  it('names the folder', async () => {
    world = worldOf({ env: { RUSTPOLICY_DATA: '/no/such/folder' } });
    expect(await run('list')).toBe(2);
    expect(world.error()).toContain('cannot read "/no/such/folder"');
  });

  it('counts as not set where it is empty', async () => {
    world = worldOf({ env: { RUSTPOLICY_DATA: '' } });
    expect(await run('show', '4')).toBe(0);
    expect(world.out()).toMatch(/^Who is responsible if a C change/);
  });
});

describe('wrong use', () => {
  it.each([
    [
      ['ask', '--colour', 'always', 'x'],
      "unknown option '--colour'; did you mean: rustpolicy ask --color always x",
    ],
    [['show', `x${'y'.repeat(9_000)}z`], `no topic "x${'y'.repeat(148)}[...]${'y'.repeat(47)}z";`],
    [['aks', 'x'], 'no command "aks"; did you mean: rustpolicy ask x;'],
    [['check'], 'check takes one folder'],
    [['show', '4', '--width', '19'], 'a whole number from 20'],
    [['show', '4', '--width', 'wide'], 'a whole number from 20'],
    [['list', '--format', 'xml'], '--format takes terminal, text, mail, markdown or json, not "xml"'],
    [['list', '--data', ''], 'the folder has no name; name one, or . for this one'],
    [['show', ''], 'no topic ""; see all topics with: rustpolicy list'],
    [['list', '--data', '/no/such/folder'], 'cannot read "/no/such/folder": it does not exist'],
    [
      ['list', '--data', new URL('main.test.ts', import.meta.url).pathname],
      'main.test.ts": it is neither a folder nor Markdown; name a folder of Markdown, or one .md file',
    ],
  ])('%j is told in one line', async (argv, message) => {
    expect(await run(...argv)).toBe(2);
    expect(world.out()).toBe('');
    expect(world.error()).toContain(message);
    expect(world.error()).toMatch(/^rustpolicy: [^\n]+\n$/);
  });

  it.each([
    ['always', true],
    ['never', false],
    ['sometimes', false],
  ])('is coloured as the wrong line asks: --color %s', async (choice, isColored) => {
    await run('list', '--nosuch', '--color', choice);
    expect(world.error().includes('\x1b[')).toBe(isColored);
  });

  it('shows help without a command', async () => {
    expect(await run()).toBe(2);
    expect(world.error()).toContain('Usage: rustpolicy');
  });
});

describe('help', () => {
  it('goes to standard output', async () => {
    expect(await run('--help')).toBe(0);
    expect(world.out()).toContain('Usage: rustpolicy');
    expect(world.error()).toBe('');
  });
});
