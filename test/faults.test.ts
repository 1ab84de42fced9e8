import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/rustpolicy.js', import.meta.url));
/** A run that takes longer hangs; nothing here takes a second of its own. */
const LIMIT = 15_000;
const ONE_LINE = /^rustpolicy: [^\n]+\n$/;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Options = {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
};

/** Runs the built program with an empty environment but for PATH. */
function rustpolicy(args: readonly string[], { input = '', env = {} }: Options = {}) {
  return ended(spawnSync(process.execPath, [BIN, ...args], { input, env: environment(env), timeout: LIMIT }));
}

/** Runs a line of bash in which `rustpolicy` is the built program, in the test's own folder. */
function bash(line: string, env: Readonly<Record<string, string>> = {}) {
  const script = `rustpolicy() { "${process.execPath}" "${BIN}" "$@"; }; cd "${folder}"; ${line}`;
  return ended(
    spawnSync('bash', ['--norc', '-c', script], { env: environment(env), timeout: LIMIT, input: '' }),
  );
}

function environment(env: Readonly<Record<string, string>>) {
  return { PATH: process.env['PATH'] ?? '', ...env };
}

function ended({ stdout, stderr, status, error }: ReturnType<typeof spawnSync>) {
  return { stdout: String(stdout), stderr: String(stderr), status, error };
}

/** What a person sees of a failure: nothing on standard output, one line, status 2. */
function expectOneLine(run: ReturnType<typeof rustpolicy>, message: string | RegExp) {
  expect(run.stderr).toMatch(ONE_LINE);
  expect(run.stderr).toMatch(message);
  expect(run).toMatchObject({ stdout: '', status: 2 });
}

function write(name: string, text: string | Buffer) {
  writeFileSync(join(folder, name), text);
}

/** Tests that need the system to refuse something: it refuses root nothing. */
const itAsUser = process.getuid?.() === 0 ? it.skip : it;

describe('output that cannot be written', () => {
  it.each(['list', 'show 4', 'show 4 --format json', 'ask who fixes broken builds', '--help', '--version'])(
    'on a full disk is told in one line: %s',
    (command) => {
      const { stderr, status } = bash(`rustpolicy ${command} >/dev/full`);
      expect(stderr).toBe('rustpolicy: cannot write standard output: the disk is full\n');
      expect(status).toBe(2);
    },
  );

  it.each(['text', 'json', 'markdown', 'mail'])(
    'ends with 141 where the reader leaves before 500 kB of %s have come',
    (format) => {
      write('long.md', `## Long\n\n${'Some words and a line.\n'.repeat(23_000)}`);
      const { stdout, stderr } = bash(
        `rustpolicy show long --format ${format} --data . | head -c 1 | wc -c; echo \${PIPESTATUS[0]}`,
      );
      expect(stdout.trim().split(/\s+/)).toEqual(['1', '141']);
      expect(stderr).toBe('');
    },
  );

  it('on standard error keeps nobody from the answer, yet is no success', () => {
    write('broken.md', '---\ntitle: [\n---\n## X\n\nText.\n');
    write('whole.md', '## Whole\n\nText.\n');
    const { stdout, status } = bash('rustpolicy list --data . 2>/dev/full');
    expect({ stdout, status }).toEqual({
      stdout: '1\tbroken\tBroken > X\tbroken.md:4\n2\twhole\tWhole\twhole.md:1\n',
      status: 2,
    });
  });

  it.each([
    ['show nosuch', 2],
    ['ask best carbonara recipe', 1],
    ['list', 0],
  ])('with standard error closed or full, %s ends with %d', (command, status) => {
    expect(bash(`rustpolicy ${command} 2>&-`)).toMatchObject({ status, stderr: '' });
    expect(bash(`rustpolicy ${command} 2>/dev/full`)).toMatchObject({ status });
  });

  it('keeps quiet with every descriptor closed', () => {
    expect(bash('rustpolicy list <&- >&- 2>&-')).toMatchObject({ stderr: '', status: 0 });
  });
});

describe('input that cannot be read', () => {
  it('closed, asks nothing', () => {
    expectOneLine(bash('rustpolicy ask - <&-'), 'nothing to look up; ask in words, as in: rustpolicy ask ');
  });

  it('a folder is told as such', () => {
    expectOneLine(bash('rustpolicy ask - </'), 'cannot read standard input: it is a folder');
  });

  it.each(['ask -', 'mail --reply', 'mail --reply /dev/zero'])(
    'without end is left in time: %s',
    (command) => {
      expectOneLine(bash(`rustpolicy ${command} </dev/zero`), /is over (100,000 characters|10 MB)/);
    },
  );

  it('may come through a pipe that does not wait', () => {
    const { stdout, status } = bash(`(sleep 0.2; echo who fixes broken builds) | perl -e '
      use Fcntl; fcntl(STDIN, F_SETFL, O_NONBLOCK); exec @ARGV' "${process.execPath}" "${BIN}" ask -`);
    expect(stdout).toMatch(/^Who is responsible if a C change/);
    expect(status).toBe(0);
  });
});

describe('a folder', () => {
  it.each([
    ['a pipe', 'mkfifo data', 'it is neither a folder nor Markdown'],
    ['gone', 'true', 'it does not exist'],
    ['empty', 'mkdir data', 'it holds no Markdown'],
    ['of nothing but a pipe', 'mkdir data; mkfifo data/a.md', 'it is not a regular file'],
  ])('that is %s is told in one line', (_, make, reason) => {
    for (const command of ['list --data data', 'ask who fixes builds --data data', 'check data']) {
      const run = bash(`${make}; rustpolicy ${command}`);
      expect(run).toMatchObject({ stdout: '', status: 2 });
      expect(run.stderr).toMatch(ONE_LINE);
      if (!command.startsWith('check')) expect(run.stderr).toContain(reason);
      rmSync(join(folder, 'data'), { recursive: true, force: true });
    }
  });

  it('is read without the pipes, devices and folders that are called like files', () => {
    const { stdout, status } = bash(
      'mkfifo a.md; mkdir b.md; ln -s /dev/zero c.md; printf "## T\\n\\nx\\n" >d.md; rustpolicy list --data .',
    );
    expect({ stdout, status }).toEqual({ stdout: '1\td\tD > T\td.md:1\n', status: 0 });
  });

  itAsUser('without permission is told in one line; without permission for a file, the rest answers', () => {
    write('a.md', '## A\n\nx\n');
    write('b.md', '## B\n\nx\n');
    chmodSync(join(folder, 'a.md'), 0);
    expect(rustpolicy(['list', '--data', folder])).toMatchObject({
      stdout: `1\tb\tB\t${folder}/b.md:1\n`,
      stderr: 'rustpolicy: a.md:1: error: permission is denied (file left out)\n',
    });
    chmodSync(folder, 0);
    expectOneLine(rustpolicy(['list', '--data', folder]), 'permission is denied');
    chmodSync(folder, 0o700);
  });

  it('of which files come and go while it is read never breaks a run', async () => {
    for (let at = 0; at < 300; at += 1) write(`${at}.md`, `## Topic ${at}\n\nText.\n`);
    const churn = spawn('bash', [
      '-c',
      `cd "${folder}" && while :; do for at in {0..299}; do rm -f $at.md; printf '## T\\n\\nx\\n' >$at.md; done; done`,
    ]);
    try {
      for (let run = 0; run < 5; run += 1) {
        const { stderr, status } = rustpolicy(['list', '--data', folder]);
        expect([0, 2]).toContain(status);
        expect(stderr).toMatch(/^(rustpolicy: \d+\.md:1: error: it does not exist \(file left out\)\n)*$/);
      }
    } finally {
      churn.kill();
      await new Promise((resolve) => churn.on('close', resolve));
    }
  });
});

describe('a place to work in that is none', () => {
  it('may have been deleted', () => {
    const gone = 'mkdir gone; cd gone; rmdir ../gone;';
    expect(bash(`${gone} rustpolicy ask who fixes broken builds`)).toMatchObject({ stderr: '', status: 0 });
    expectOneLine(bash(`${gone} rustpolicy list --data .`), 'it does not exist');
    expectOneLine(bash(`${gone} rustpolicy mail --topic 4 -o draft.eml`), 'cannot write "draft.eml"');
  });

  it('may have no home, or one that cannot be written', () => {
    expect(rustpolicy(['list'])).toMatchObject({ stderr: '', status: 0 });
    expect(rustpolicy(['list'], { env: { HOME: '/proc' } })).toMatchObject({ stderr: '', status: 0 });
  });

  it.each(['', 'dumb', 'nosuch', '\u001b[31m', 'x'.repeat(1000)])('may be a terminal called %j', (TERM) => {
    const { stdout, status } = rustpolicy(['show', '4', '--format', 'terminal'], { env: { TERM } });
    expect(stdout).not.toContain('\u001b');
    expect(status).toBe(0);
  });

  it.each(['0', '-5', '99999999999999999999', 'wide', '1e9', '0x50', '', 'Infinity', 'NaN', '80.5'])(
    'may have COLUMNS=%s',
    (COLUMNS) => {
      const { stdout, status } = rustpolicy(['show', '4', '--format', 'terminal'], { env: { COLUMNS } });
      const lines = stdout.split('\n').filter((line) => !line.includes('https://'));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
      expect(status).toBe(0);
    },
  );
});

describe('a draft that cannot be written', () => {
  it.each([
    ['/dev/full', 'it is there already'],
    ['/dev/full --force', 'it is not a file'],
    ['. --force', 'it is a folder; name a file in it: -o draft.eml'],
    ['nosuch/draft.eml', 'does not exist'],
    ["''", 'does not exist'],
    ['/proc/draft.eml', 'cannot write'],
  ])('to %s is told in one line', (file, reason) => {
    expectOneLine(bash(`rustpolicy mail --topic 4 -o ${file}`), reason);
  });

  it.runIf(canMount())('on a disk that is full leaves nothing behind', () => {
    mkdirSync(join(folder, 'disk'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', join(folder, 'disk')]);
    try {
      bash('head -c 61440 /dev/zero >disk/filler; head -c 4096 /dev/zero >>disk/filler');
      expectOneLine(bash('rustpolicy mail --topic 2 -o disk/draft.eml'), 'the disk is full');
      expect(readdirSync(join(folder, 'disk'))).toEqual(['filler']);
      const { stderr, status } = bash(
        'rustpolicy show 2 >disk/answer 2>/dev/null; e=$?; cat disk/answer; exit $e',
      );
      expect({ stderr, status }).toEqual({ stderr: '', status: 2 });
    } finally {
      execFileSync('umount', [join(folder, 'disk')]);
    }
  });
});

describe('a signal', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends a run at any moment with %d', async (signal, status) => {
    for (const delay of [0, 20, 40, 60, 80]) {
      const child = spawn(process.execPath, [BIN, 'mail', '--reply'], { stdio: ['pipe', 'pipe', 'pipe'] });
      let said = '';
      child.stderr.on('data', (data) => {
        said += data;
      });
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill(signal);
      const ending = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
      // A shell's status of a program that a signal ended: 128 and the signal's number.
      expect([ending, 128 + (signal === 'SIGINT' ? 2 : 15)]).toEqual([signal, status]);
      expect(said).toBe('');
    }
  });
});

describe('a question', () => {
  const MEGABYTE = 1 << 20;

  it.each([
    ['of NULs', '\0'.repeat(1000), 2],
    ['of combining characters alone', '\u0301\u0316'.repeat(20_000), 1],
    ['of lone surrogates', Buffer.from('\xed\xa0\x80'.repeat(1000), 'latin1'), 1],
    ['of characters of regular expressions', '(((((.*+?[^-\\|', 1],
    ['of Fuse operators', "='!^|$ \"'", 1],
    ['of Fuse operators around words', "'xqzzy !qqwx | =zzrx$ ^yyq", 1],
    ['in a right-to-left script', '\u05d0\u05e0\u05d9 \u05d7\u05d9\u05d9\u05d1', 1],
    ['of one word of 99,999 letters', 'a'.repeat(99_999), 1],
    ['of 20,000 unknown words', manyWords(20_000), 1],
    ['of ligatures that each unfold to four words', '\ufdfa'.repeat(33_000), 1],
  ])('%s is answered, or refused in one line', (_, input, expected) => {
    const { stdout, stderr, status } = rustpolicy(['ask', '-'], { input });
    expect({ stdout, status }).toEqual({ stdout: '', status: expected });
    expect(stderr).toMatch(expected === 2 ? ONE_LINE : /^The Rust kernel policy does not/);
    expect(stderr.length).toBeLessThan(2000);
    const json = rustpolicy(['ask', '--format', 'json', '-'], { input });
    expect(json.status).toBe(expected);
    if (expected === 1) expect(JSON.parse(json.stdout).schemaVersion).toBe(1);
  });

  it.each([
    ['a word', 'a'.repeat(MEGABYTE)],
    ['words', 'who fixes broken builds '.repeat(MEGABYTE / 24)],
    ['NULs', '\0'.repeat(MEGABYTE)],
    ['combining characters', '\u0301\u0316'.repeat(MEGABYTE / 4)],
  ])('of 1 MB of %s is refused in one line', (_, input) => {
    expectOneLine(rustpolicy(['ask', '-'], { input }), 'the question is over 100,000 characters');
  });

  it('may have 10,000 words', () => {
    const words = Array.from({ length: 2500 }, () => ['who', 'fixes', 'broken', 'builds']).flat();
    expect(rustpolicy(['ask', ...words]).stdout).toMatch(/^Who is responsible if a C change/);
    expect(rustpolicy(['ask', ...words, ...words, ...words]).status).toBe(2);
  });
});

describe('a command line', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `word${at}`);
  const long = 'x'.repeat(100_000);

  it.each([
    ['10,000 arguments for a command', ['list', ...many]],
    ['10,000 topics', ['show', ...many]],
    ['10,000 unknown options', many.map((word) => `--${word}`)],
    ['an option of 100,000 characters', [`--${long}`]],
    ['a topic of 100,000 characters', ['show', long]],
    ['a format of 100,000 characters', ['list', '--format', long]],
    ['a folder of 100,000 characters', ['list', '--data', long]],
    ['a subject of 100,000 characters', ['mail', '--topic', '4', '--subject', long]],
    ['an address of brackets', ['mail', '--topic', '4', '--to', `${'('.repeat(890)}a@b.c`]],
    ['an address of 100,000 brackets', ['mail', '--topic', '4', '--to', '('.repeat(100_000)]],
    ['a Message-ID of 100,000 characters', ['mail', '--topic', '4', '--in-reply-to', `${long}@b.c`]],
    ['escape codes for a topic', ['show', '\u001b]0;title\u0007\u009b31m\u202e']],
    ['escape codes for a command', ['list', '\u001b]0;title\u0007\u009b31m\u202e']],
    ['lines for an option', ['list', '--form\nat\n\nx']],
    ['lines for a topic', ['show', 'a\n\nb\r\nc\u2028d']],
  ])('of %s is told in one short line', (_, argv) => {
    const run = rustpolicy(argv);
    expectOneLine(run, '');
    expect(run.stderr.length).toBeLessThan(800);
    expect(run.stderr.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

describe('a message', () => {
  const headers = 'From: A <a@b.c>\nSubject: builds\nMessage-ID: <1@b.c>\n';
  const MEGABYTE = 1_000_000;

  it.each([
    ['of one line of a megabyte', `${headers}\n${'a'.repeat(MEGABYTE)}\n`, 1],
    ['of a megabyte of unknown words', `${headers}\n${manyWords(150_000)}\n`, 1],
    ['of a megabyte of ligatures', `${headers}\n${'\ufdfa'.repeat(MEGABYTE / 3)}\n`, 1],
    ['with a subject of a megabyte', `From: a@b.c\nSubject: ${'a'.repeat(MEGABYTE)}\n\nwho fixes?\n`, 2],
    ['with 100,000 brackets for a sender', `From: ${'('.repeat(100_000)} <a@b.c>\nSubject: x\n\nx\n`, 1],
    ['with 100,000 addresses', `${headers}To: ${'a@b.c,'.repeat(100_000)}\n\nx\n`, 2],
    ['of NULs', '\0'.repeat(MEGABYTE), 2],
  ])('%s is answered, or refused in one line', (_, input, status) => {
    const run = rustpolicy(['mail', '--reply'], { input });
    expect(run).toMatchObject({ stdout: '', status });
    expect(run.stderr.length).toBeLessThan(1000);
  });
});

describe('what bin/ and dist/ hold', () => {
  it('states the one version of package.json', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(rustpolicy(['--version']).stdout.split('\n')[0]).toBe(`rustpolicy ${version}`);
  });
});

function manyWords(count: number): string {
  return Array.from({ length: count }, (_, at) =>
    at
      .toString(26)
      .padStart(5, 'q')
      .replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit))),
  )
    .join(' ')
    .slice(0, count < 100_000 ? 99_000 : undefined);
}

function canMount(): boolean {
  return process.getuid?.() === 0 && spawnSync('sh', ['-c', 'unshare -m true']).status === 0;
}
