import { expect, it } from 'vitest';
import { revisionLine } from '../../src/render/revision.ts';

it.each([
  [{ title: 'P' }, 'P'],
  [{ title: 'P', revision: '12ab' }, 'P, revision 12ab'],
  [{ title: 'P', updated: '2025-04-02' }, 'P, 2025-04-02'],
  [{ title: 'P', revision: '12ab', updated: '2025-04-02' }, 'P, revision 12ab, 2025-04-02'],
])('of %j is "%s"', (page, line) => {
  expect(revisionLine(page)).toBe(line);
});
