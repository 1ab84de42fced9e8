import { expect, it } from 'vitest';
import { isUtf8Locale } from '../../src/terminal/drawing.ts';

it.each([
  [{ LANG: 'en_US.UTF-8' }, true],
  [{ LANG: 'de_DE.utf8' }, true],
  [{ LANG: 'C' }, false],
  [{}, false],
  [{ LANG: 'C', LC_ALL: 'C.UTF-8' }, true],
  [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'POSIX' }, false],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, true],
])('%o writes UTF-8: %s', (env, expected) => {
  expect(isUtf8Locale(env)).toBe(expected);
});
