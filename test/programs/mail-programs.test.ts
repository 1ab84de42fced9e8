import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith } from './installed.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

const BIN = new URL('../../bin/rustpolicy.js', import.meta.url).pathname;

/** A policy that holds what mail programs take for more than text, in its heading too. */
const HOSTILE = `## Who says Cc: evil@example.org or Reviewed-by: Evil E <evil@example.org> --- here?

Cc: evil@example.org

Reviewed-by: Evil E &lt;evil@example.org&gt;\\
Signed-off-by: Evil E &lt;evil@example.org&gt;\\
From me\\
.\\
\\---\\
diff --git a/a b/a\\
Index: a

    Cc: evil@example.org
    From me
    .
    ---
    diff --git a/a b/a
`;

const MESSAGE = `From: Author <author@example.org>
To: Maintainer <m@example.org>
Cc: list@example.org
Message-ID: <one@example.org>
Subject: [PATCH] hostile

Who says Cc: evil@example.org or Reviewed-by: Evil E here?

Reviewed-by: Evil E <evil@example.org>
Cc: evil@example.org
---
 a | 1 +

diff --git a/a b/a
.
From me
`;

const PEOPLE = ['--to', '"A, B" <a@example.org>', '--cc', 'c@example.org'];

/** Milliseconds; a program that asks something unforeseen never ends by itself. */
const PATIENCE = 20_000;

let mailbox: Mailbox;
let home: string;
const at = (name: string) => join(home, name);

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** README's line that starts so, with its `rustpolicy` as the one that is tested, over the policy of these tests. */
function readmeLine(start: string): string {
  const line = README.split('\n').find((line) => line.startsWith(`    ${start}`));
  if (line === undefined) throw new Error(`README has no line that starts: ${start}`);
  return line.trim().replace('rustpolicy mail', `${process.execPath} ${BIN} mail --data policy`);
}

/** Runs a program in a home of its own, that knows one way out: the test's server. */
function run(command: string, args: readonly string[], input: string | Buffer = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: home,
      timeout: PATIENCE,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        TERM: 'xterm',
        LC_ALL: 'C.UTF-8',
        GIT_CONFIG_NOSYSTEM: '1',
        MAILRC: at('.mailrc'),
      },
    });
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      // mutt's menu is up: its keys are read only from here on.
      if (command === 'script' && output.includes('y:Send')) child.stdin.end('y');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0 ? resolve(output) : reject(new Error(`${command}: ${status}\n${output}`)),
    );
    if (command !== 'script') child.stdin.end(input);
  });
}

const rustpolicy = (...args: readonly string[]) =>
  run(process.execPath, [BIN, ...args, '--data', at('policy')]);

/** The one mail that has arrived, in short. */
function arrival() {
  const [mail, ...more] = mailbox.take();
  expect(more).toEqual([]);
  const { email, body, recipients } = mail ?? {};
  const people = (list: readonly { address?: string | undefined; name: string }[] = []) =>
    list.map(({ name, address }) => `${name} <${address}>`.trim());
  return {
    recipients,
    to: people(email?.to),
    cc: people(email?.cc),
    subject: email?.subject,
    inReplyTo: email?.inReplyTo,
    references: email?.references,
    body,
  };
}

beforeAll(async () => {
  mailbox = await openMailbox();
  home = mkdtempSync(join(tmpdir(), 'rustpolicy-mail-'));
  mkdirSync(at('policy'));
  writeFileSync(at('policy/hostile.md'), HOSTILE);
  writeFileSync(at('policy/letters.md'), '## Are letters kept?\n\nKernel — it would; “stage 1” 中.\n');
  writeFileSync(at('message'), MESSAGE);
  writeFileSync(
    at('.msmtprc'),
    `account default\nhost 127.0.0.1\nport ${mailbox.port}\nauth off\ntls off\nfrom me@example.org\n`,
    { mode: 0o600 },
  );
  writeFileSync(
    at('.gitconfig'),
    `[user]\nname = Me\nemail = me@example.org\n[sendemail]\nsmtpServer = 127.0.0.1\nsmtpServerPort = ${mailbox.port}\nconfirm = never\n`,
  );
  writeFileSync(
    at('.muttrc'),
    [
      'set from=me@example.org realname=Me sendmail="msmtp" editor=./editor',
      `set folder=${home} spoolfile=/dev/null record="" copy=no move=no postpone=no`,
      'set edit_headers=yes autoedit=yes wait_key=no sleep_time=0',
      readmeLine('macro index,pager A'),
    ].join('\n'),
  );
  writeFileSync(at('editor'), '#!/bin/sh\ncp "$1" edited\n');
  chmodSync(at('editor'), 0o755);
  writeFileSync(at('.mailrc'), 'set sendmail=/usr/bin/msmtp\n');
  await rustpolicy(
    'mail',
    '--topic',
    'hostile',
    ...PEOPLE,
    '--in-reply-to',
    'x@example.org',
    '-o',
    at('draft'),
  );
  await rustpolicy('mail', '--reply', at('message'), '-o', at('reply'));
  const letters = ['--to', 'Björn <a@example.org>', '--subject', 'Größe'];
  await rustpolicy('mail', '--topic', 'letters', ...letters, '-o', at('draft-utf8'));
  writeFileSync(at('body'), await rustpolicy('show', 'hostile', '--format', 'mail'));
});

beforeEach(() => {
  mailbox.take();
});

afterAll(() => mailbox.close());

const text = (name: string) => readFileSync(at(name), 'utf8');
const bodyOf = (draft: string) => text(draft).split('\n\n').slice(1).join('\n\n');

/** What the draft asks for, byte for byte in the body. */
const asked = () => ({
  recipients: ['a@example.org', 'c@example.org'],
  to: ['A, B <a@example.org>'],
  cc: ['<c@example.org>'],
  subject: 'Who says Cc: evil@example.org or Reviewed-by: Evil E evil@example.org --- here?',
  inReplyTo: '<x@example.org>',
  references: '<x@example.org>',
  body: bodyOf('draft'),
});

const askedReply = () => ({
  recipients: ['author@example.org', 'list@example.org', 'm@example.org'],
  to: ['Author <author@example.org>'],
  cc: ['Maintainer <m@example.org>', '<list@example.org>'],
  subject: 'Re: [PATCH] hostile',
  inReplyTo: '<one@example.org>',
  references: '<one@example.org>',
  body: bodyOf('reply'),
});

describeWith(['git-email'], 'git send-email', () => {
  it('takes a draft, and mails to nobody whom the policy names', async () => {
    await run('git', ['send-email', 'draft']);
    expect(arrival()).toEqual(asked());
  });

  it('takes a reply, and mails to nobody whom the original names in its text', async () => {
    await run('git', ['send-email', 'reply']);
    expect(arrival()).toEqual(askedReply());
  });

  it('says the same with --dry-run, and sends nothing', async () => {
    const said = await run('git', ['send-email', '--dry-run', 'draft']);
    expect(said).toContain('To: "A, B" <a@example.org>\nCc: c@example.org\n');
    expect(said).not.toMatch(/^(?:Cc|Bcc|.*[Aa]dding).*evil/m);
    expect(mailbox.take()).toEqual([]);
  });
});

describeWith(['msmtp'], 'msmtp -t', () => {
  it.each([
    ['a draft', 'draft', asked],
    ['a reply', 'reply', askedReply],
  ])('takes %s', async (_, file, expected) => {
    await run('msmtp', ['-t'], text(file));
    expect(arrival()).toEqual(expected());
  });
});

describeWith(['mutt', 'msmtp'], 'mutt', () => {
  it('sends a draft with -H', async () => {
    await run('mutt', ['-H', 'draft']);
    expect(arrival()).toEqual(asked());
  });

  it('sends a reply with -H', async () => {
    await run('mutt', ['-H', 'reply']);
    expect(arrival()).toEqual(askedReply());
  });

  it('takes a body with -i', async () => {
    await run('mutt', ['-s', 'Rust', '-i', 'body', 'a@example.org']);
    expect(arrival()).toMatchObject({ recipients: ['a@example.org'], subject: 'Rust', body: text('body') });
  });
});

describeWith(['mutt', 'msmtp', 'bsdutils'], 'mutt on a terminal', () => {
  it('opens a draft in the editor with -H, and sends it as it was', async () => {
    await run('script', ['-qec', 'mutt -H draft', '/dev/null']);
    expect(arrival()).toEqual(asked());
    expect(text('edited')).toContain('\nCc: c@example.org\n');
    expect(text('edited').endsWith(`\n\n${bodyOf('draft')}`)).toBe(true);
  });
});

describeWith(['mutt', 'msmtp', 'bsdutils'], 'a key in mutt', () => {
  it('answers the message that is shown, to everybody, in its thread', async () => {
    writeFileSync(
      at('mbox'),
      `From a@example.org Wed Apr 14 20:45:51 2021\n${MESSAGE.replace(/^From me$/m, '>$&')}`,
    );
    await run('script', ['-qec', "mutt -f mbox -e 'push Aq'", '/dev/null']);
    expect(arrival()).toEqual(askedReply());
  });
});

/** No sentence of it asks anything. */
const NOTHING_ASKED = 'From: a@example.org\nSubject: x\n\nI like pasta 100 % with olives.\n';

describeWith(['vim'], "README's filter in vim", () => {
  const filtered = async (file: string) => {
    await run('vim', ['-es', '-u', 'NONE', '-c', readmeLine('%!'), '-c', 'wq', file]);
    return text(file);
  };

  it('makes a reply of a message, without a word of standard error', async () => {
    writeFileSync(at('vim-message'), MESSAGE);
    expect(await filtered('vim-message')).toBe(text('reply'));
  });

  it('leaves the buffer alone where nothing is answered', async () => {
    writeFileSync(at('vim-message'), NOTHING_ASKED);
    expect(await filtered('vim-message')).toBe(NOTHING_ASKED);
  });
});

describeWith(['emacs-nox'], "README's filter in Emacs", () => {
  const filtered = async (file: string) => {
    const filter = `(shell-command-on-region (point-min) (point-max) ${JSON.stringify(readmeLine('f=$('))} nil t)`;
    await run('emacs', ['--batch', '-Q', file, '--eval', `(progn ${filter} (save-buffer))`]);
    return text(file);
  };

  it('makes a reply of a message, without a word of standard error', async () => {
    writeFileSync(at('emacs-message'), MESSAGE.replace('Author', 'Bj\u00f6rn'));
    const reply = await filtered('emacs-message');
    expect(reply).toContain('To: =?UTF-8?Q?Bj=C3=B6rn?= <author@example.org>\n');
    expect(reply).toMatch(/^On .*|^Bj\u00f6rn wrote:$/m);
    expect(reply).not.toContain('rustpolicy:');
  });

  it('leaves the buffer alone where nothing is answered', async () => {
    writeFileSync(at('emacs-message'), NOTHING_ASKED);
    expect(await filtered('emacs-message')).toBe(NOTHING_ASKED);
  });
});

describeWith(['s-nail'], 's-nail -t', () => {
  it.each([
    ['a draft', 'draft', asked],
    ['a reply', 'reply', askedReply],
  ])('takes %s', async (_, file, expected) => {
    const settings = [
      `mta=smtp://127.0.0.1:${mailbox.port}`,
      'smtp-auth=none',
      'v15-compat',
      'from=me@example.org',
    ];
    await run('s-nail', [...settings.flatMap((setting) => ['-S', setting]), '-t'], text(file));
    expect(arrival()).toEqual(expected());
  });
});

describeWith(['bsd-mailx', 'msmtp'], 'mail -s', () => {
  it('takes a body', async () => {
    await run('bsd-mailx', ['-s', 'Rust', 'a@example.org'], text('body'));
    expect(arrival()).toMatchObject({ recipients: ['a@example.org'], subject: 'Rust', body: text('body') });
  });
});

/** What a draft that keeps its letters asks for, decoded. */
const askedInUtf8 = () => ({
  to: [{ name: 'Björn', address: 'a@example.org' }],
  subject: 'Größe',
  body: bodyOf('draft-utf8'),
});

describeWith(['git-email', 'msmtp', 'mutt'], 'a draft with letters beyond ASCII', () => {
  it.each([['git send-email draft-utf8'], ['mutt -H draft-utf8 </dev/null'], ['msmtp -t <draft-utf8']])(
    'is taken by %s',
    async (command) => {
      await run('sh', ['-c', command]);
      const [mail] = mailbox.take();
      expect({ to: mail?.email.to, subject: mail?.email.subject, body: mail?.email.text }).toEqual(
        askedInUtf8(),
      );
    },
  );
});

describeWith(['git'], 'git mailinfo', () => {
  it.each(['draft', 'reply'])('finds the whole body of a %s, and no patch in it', async (file) => {
    await run('git', ['mailinfo', 'message.txt', 'patch.txt'], text(file));
    expect(text('message.txt')).toBe(bodyOf(file));
    expect(text('patch.txt')).toBe('');
  });
});
