import { expect, it } from 'vitest';
import { withoutControls } from '../../src/render/controls.ts';

it('keeps letters of all scripts, and names controls and what turns text round', () => {
  expect(withoutControls('中 é \x1b\u202e')).toBe('中 é <U+001B><U+202E>');
});
