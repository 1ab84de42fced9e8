import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { textFaults } from '../../src/check/findings.ts';
import { misrankedPhrasings } from '../../src/check/listed.ts';
import { readBuilt } from '../../src/node/built.ts';
import { readFolder } from '../../src/policy/folder.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { open } from '../../src/search/open-policy.ts';

const folder = readFolder(fileURLToPath(new URL('../../data', import.meta.url)));
const loaded = loadPolicy(folder.sources, folder.name, folder.problems);

it("finds nothing wrong with the policy's own folder", () => {
  expect(textFaults(folder, loaded)).toEqual([]);
});

it('finds nearly every phrasing of the policy to lead where it is listed', { timeout: 60_000 }, async () => {
  const index = await (await open(undefined, readBuilt)).index();
  // One in eight, as all of them take a minute.
  const some = <Item>(all: readonly (readonly Item[])[]) =>
    all.map((own) => own.filter((_, at) => at % 8 === 0));
  const { sections, elsewhere } = loaded.places.askedAs;
  const askedAs = { sections: some(sections), elsewhere: some(elsewhere) };
  const count = [...askedAs.sections, ...askedAs.elsewhere].flat().length;
  expect(count).toBeGreaterThan(2000);
  const misranked = misrankedPhrasings({ ...loaded, places: { ...loaded.places, askedAs } }, () => index);
  expect(misranked.length).toBeLessThan(0.005 * count);
});
