import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putInPlace } from '../../src/build/put-in-place.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rustpolicy-place-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A folder of two files, which say its name. */
function made(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of ['one', 'two']) writeFileSync(join(path, file), name);
  return path;
}

/** What the files in place say. */
function inPlace(): string[] {
  return ['one', 'two'].map((file) => readFileSync(join(folder, 'place', file), 'utf8'));
}

it('puts a folder where none was', async () => {
  await putInPlace(made('new'), join(folder, 'place'));
  expect(inPlace()).toEqual(['new', 'new']);
});

it('puts a folder where another was, of which nothing is left', async () => {
  made('place');
  writeFileSync(join(folder, 'place/three'), 'old');
  await putInPlace(made('new'), join(folder, 'place'));
  expect(inPlace()).toEqual(['new', 'new']);
  expect(readdirSync(join(folder, 'place'))).toEqual(['one', 'two']);
  expect(readdirSync(folder)).toEqual(['place']);
});

it('leaves one folder whole where many are put there at once', async () => {
  const folders = Array.from({ length: 50 }, (_, at) => made(`new-${at}`));
  await Promise.all(folders.map((each) => putInPlace(each, join(folder, 'place'))));
  const [one, two] = inPlace();
  expect(one).toBe(two);
  expect(readdirSync(folder)).toEqual(['place']);
});

it('leaves what was there where there is nothing to put', async () => {
  made('place');
  await expect(putInPlace(join(folder, 'gone'), join(folder, 'place'))).rejects.toThrow('ENOENT');
  expect(inPlace()).toEqual(['place', 'place']);
});
