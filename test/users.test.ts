import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One who owns a folder, and one who attacks; `.ci/run` makes users for it, else nobody has these numbers. */
const [OWNER = 0, ATTACKER = 0] = (process.env['RUSTPOLICY_TEST_USERS'] ?? '12345 12346')
  .split(' ')
  .map(Number);
const ROOT = 0;

/** Only root may act as others, and they may not be allowed to run its Node. */
const canBeOthers =
  process.getuid?.() === ROOT &&
  spawnSync(process.execPath, ['-e', ''], { uid: OWNER, gid: OWNER, cwd: '/' }).status === 0;

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'rustpolicy-users-'));
  // The checkout may stand where others may not look.
  for (const part of ['bin', 'dist', 'package.json', 'schema.json']) {
    cpSync(fileURLToPath(new URL(`../${part}`, import.meta.url)), join(work, part), { recursive: true });
  }
  for (const [name, mode] of [
    ['shared', 0o1777],
    ['owner', 0o700],
    ['attacker', 0o755],
  ] as const) {
    mkdirSync(join(work, name));
    chmodSync(join(work, name), mode);
  }
  chownSync(join(work, 'owner'), OWNER, OWNER);
  chownSync(join(work, 'attacker'), ATTACKER, ATTACKER);
  chmodSync(work, 0o755);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Runs a line of sh as a user; `rustpolicy` in it is the built program. */
function as(
  user: number,
  line: string,
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  return spawnSync('sh', ['-c', script(line)], { ...world(user, env), encoding: 'utf8', timeout: 20_000 });
}

function script(line: string): string {
  return `rustpolicy() { '${process.execPath}' '${work}/bin/rustpolicy.js' "$@"; }; ${line}`;
}

function world(user: number, env: Readonly<Record<string, string>> = {}) {
  return { cwd: work, uid: user, gid: user, env: { PATH: process.env['PATH'] ?? '', ...env } };
}

describe.runIf(canBeOthers)('between users', () => {
  it("a folder that is its owner's alone is told so in one line", () => {
    as(OWNER, 'printf "## Plans\\n\\nx\\n" >owner/plans.md');
    expect(as(OWNER, 'rustpolicy list --data owner').stdout).toBe('1\tplans\tPlans\towner/plans.md:1\n');
    const { stdout, stderr, status } = as(ATTACKER, 'rustpolicy list --data owner');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/^rustpolicy: [^\n]*permission is denied[^\n]*\n$/);
  });

  it('a draft is nobody else\u2019s to read', () => {
    expect(as(OWNER, 'rustpolicy mail --topic 4 -o shared/draft').status).toBe(0);
    expect(statSync(join(work, 'shared/draft'))).toMatchObject({ uid: OWNER, mode: 0o100600 });
    expect(as(ATTACKER, 'rustpolicy mail --reply shared/draft').stderr).toContain('permission is denied');
  });

  it.each(['0666', '0644'])("a stranger's file of mode %s is not taken with --force", (mode) => {
    as(ATTACKER, `echo trap >shared/trap-${mode}; chmod ${mode} shared/trap-${mode}`);
    const { stderr, status } = as(OWNER, `rustpolicy mail --topic 4 --force -o shared/trap-${mode}`);
    expect(stderr).toMatch(/^rustpolicy: cannot write [^\n]*\n$/);
    expect(status).toBe(2);
    expect(readFileSync(join(work, `shared/trap-${mode}`), 'utf8')).toBe('trap\n');
  });

  it("a stranger's rules above a folder are named, but for whom sudo was called by", () => {
    as(ATTACKER, 'mkdir -p shared/tree/.git; echo a.md >shared/tree/.gitignore; chmod 777 shared/tree');
    as(OWNER, 'mkdir shared/tree/docs; cd shared/tree/docs; echo A >a.md; echo B >b.md');
    const whose = `user ${ATTACKER} owns these rules`;
    const list = 'rustpolicy list --data shared/tree/docs';
    expect(as(OWNER, list).stderr).toContain(whose);
    expect(as(ATTACKER, list)).toMatchObject({ stderr: '', status: 0 });
    expect(as(ROOT, list).stderr).toContain(whose);
    expect(as(ROOT, list, { SUDO_UID: String(OWNER) }).stderr).toContain(whose);
    expect(as(ROOT, list, { SUDO_UID: String(ATTACKER) })).toMatchObject({ stderr: '', status: 0 });
  });

  it('nothing of a private folder is told where a stranger exchanges folders for links to it', async () => {
    as(OWNER, 'mkdir -p owner/hidden; echo "## Hidden plans" >owner/hidden/hidden.md');
    as(
      ATTACKER,
      'mkdir -p attacker/docs/sub; echo A >attacker/docs/sub/a.md; ln -s ../../owner/hidden attacker/link',
    );
    const churn = 'mv -T docs/sub kept; mv -T link docs/sub; mv -T docs/sub link; mv -T kept docs/sub';
    as(ATTACKER, 'touch attacker/going-on');
    const attack = spawn('sh', ['-c', `cd attacker; while [ -e going-on ]; do ${churn}; done`], {
      ...world(ATTACKER),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => attack.on('close', resolve));
    try {
      for (let run = 0; run < 10; run += 1) {
        const { stdout, stderr } = as(OWNER, 'rustpolicy check --verbose attacker/docs');
        expect(stdout + stderr).not.toMatch(/hidden/i);
      }
    } finally {
      // A killed shell would leave its last mv behind, which moves folders while they are cleared away.
      rmSync(join(work, 'attacker/going-on'));
      await ended;
    }
  });
});
