import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkFolder } from '../../src/check/findings.ts';
import { readFolder } from '../../src/policy/folder.ts';

it("finds nothing wrong with the policy's own folder", () => {
  expect(checkFolder(readFolder(fileURLToPath(new URL('../../data', import.meta.url))), false)).toEqual([]);
});
