import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';

it('lets tests leave files and terminals in one folder alone, which goes after them', () => {
  expect(tmpdir()).toMatch(/\/rustpolicy-tests-\w+$/);
  expect(process.env['TMUX_TMPDIR']).toBe(tmpdir());
});
