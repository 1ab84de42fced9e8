import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notices, packageFolders } from '../../src/build/package-files.ts';

function packageWith(license: string, text?: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'rustpolicy-')), 'node_modules', 'part');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'part', version: '1.2.3', license }));
  if (text !== undefined) writeFileSync(join(folder, 'LICENSE.md'), text);
  return folder;
}

describe('packageFolders', () => {
  it('names the package that a file belongs to, also within another package, once each', () => {
    const files = [
      'src/main.ts',
      'node_modules/marked/lib/marked.esm.js',
      'node_modules/marked/package.json',
      'node_modules/@scope/part/index.js',
      'node_modules/outer/node_modules/inner/index.js',
    ];
    expect(packageFolders(files)).toEqual([
      'node_modules/@scope/part',
      'node_modules/marked',
      'node_modules/outer/node_modules/inner',
    ]);
  });
});

describe('notices', () => {
  it('hold name, version, licence, and its text', () => {
    expect(notices([packageWith('MIT', 'Permission is granted.')])).toContain(
      'part 1.2.3, MIT\n\nPermission is granted.\n',
    );
  });

  it('hold each package apart', () => {
    const [, first, second] = notices([packageWith('MIT', 'Take it.'), packageWith('ISC', 'Use it.')]).split(
      /^=+$/m,
    );
    expect([first?.trim(), second?.trim()]).toEqual([
      'part 1.2.3, MIT\n\nTake it.',
      'part 1.2.3, ISC\n\nUse it.',
    ]);
  });

  it('are none of a package without a text', () => {
    expect(() => notices([packageWith('MIT')])).toThrow('ENOENT');
  });

  it.each(['GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN EULA'])('are not made for %s', (license) => {
    expect(() => notices([packageWith(license)])).toThrow(`part 1.2.3 has the licence "${license}"`);
  });

  it('are shipped for every package that is bundled', () => {
    const dist = new URL('../../dist/', import.meta.url);
    const metafile = JSON.parse(readFileSync(new URL('metafile.json', dist), 'utf8'));
    const shipped = readFileSync(new URL('licenses.txt', dist), 'utf8');
    const outputs: { inputs: object }[] = Object.values(metafile.outputs);
    const folders = packageFolders(outputs.flatMap(({ inputs }) => Object.keys(inputs)));
    expect(folders.length).toBeGreaterThan(10);
    for (const folder of folders) expect(shipped).toContain(`\n${folder.split('node_modules/').at(-1)} `);
  });

  it('are shipped for words that are not ours', () => {
    const shipped = readFileSync(new URL('../../dist/licenses.txt', import.meta.url), 'utf8');
    expect(shipped).toContain('WordNet 3.1 Copyright 2011 by Princeton University.');
  });
});
