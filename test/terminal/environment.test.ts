import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import {
  isUtf8Locale,
  mailWidth,
  openingLine,
  pagerCommand,
  pagerEnv,
  textWidth,
  wantsColor,
  wantsHyperlinks,
  widthOf,
} from '../../src/terminal/environment.ts';
import type { Terminal } from '../../src/terminal/io.ts';
import { worldOf } from '../world.ts';

describe('whether to colour', () => {
  it.each([
    ['a terminal', 'auto', {}, true, true],
    ['a pipe', 'auto', {}, false, false],
    ['--color=always in a pipe, over NO_COLOR', 'always', { NO_COLOR: '1' }, false, true],
    ['--color=never on a terminal, over FORCE_COLOR', 'never', { FORCE_COLOR: '1' }, true, false],
    ['NO_COLOR on a terminal', 'auto', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', 'auto', { NO_COLOR: '' }, true, true],
    ['NO_COLOR over FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR in a pipe', 'auto', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 on a terminal', 'auto', { FORCE_COLOR: '0' }, true, true],
    ['FORCE_COLOR=0 in a pipe', 'auto', { FORCE_COLOR: '0' }, false, false],
    ['CLICOLOR_FORCE=0 on a terminal', 'auto', { CLICOLOR_FORCE: '0' }, true, true],
    ['CLICOLOR=0 on a terminal', 'auto', { CLICOLOR: '0' }, true, false],
    ['CLICOLOR=1 in a pipe', 'auto', { CLICOLOR: '1' }, false, false],
    ['CLICOLOR_FORCE over CLICOLOR=0', 'auto', { CLICOLOR_FORCE: '1', CLICOLOR: '0' }, true, true],
    ['--color=always over CLICOLOR=0', 'always', { CLICOLOR: '0' }, true, true],
    ['CLICOLOR_FORCE in a pipe', 'auto', { CLICOLOR_FORCE: '1' }, false, true],
    ['FORCE_COLOR over TERM=dumb', 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, true, true],
    ['TERM=dumb on a terminal', 'auto', { TERM: 'dumb' }, true, false],
  ] as const)('%s', (_, choice, env, isTerminal, colors) => {
    expect(wantsColor(choice, env, isTerminal)).toBe(colors);
  });
});

describe('whether the locale writes UTF-8', () => {
  it.each([
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'de_DE.utf8' }, true],
    [{ LANG: 'C' }, false],
    [{}, false],
    [{ LANG: 'C', LC_ALL: 'C.UTF-8' }, true],
    [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'POSIX' }, false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, true],
  ])('%o: %s', (env, expected) => {
    expect(isUtf8Locale(env)).toBe(expected);
  });
});

describe('links are hyperlinks', () => {
  const able: Terminal = {
    rows: 24,
    supportsHyperlinks: async () => true,
    page: async () => undefined,
  };
  const wants = (choice: 'auto' | 'always' | 'never', env: Record<string, string>, pager?: string) =>
    wantsHyperlinks(choice, { ...worldOf({ isTerminal: true, env }).io, terminal: able }, pager);

  it.each([
    ['by themselves where the terminal shows them', true, wants('auto', {})],
    ['through less, which hands them on', true, wants('auto', {}, '/usr/bin/less -R')],
    ['not through another pager', false, wants('auto', {}, 'more')],
    ['not in tmux', false, wants('auto', { TMUX: '/tmp/tmux-0/default,1,0' })],
    ['not in screen', false, wants('auto', { TERM: 'screen-256color' })],
    ['not on a dumb terminal', false, wants('auto', { TERM: 'dumb' })],
    ['wherever they are asked for', true, wants('always', { TERM: 'dumb' }, 'more')],
    ['nowhere if they are not wanted', false, wants('never', {})],
  ])('%s', async (_, expected, wanted) => {
    expect(await wanted).toBe(expected);
  });

  it('not in a pipe', async () => {
    expect(await wantsHyperlinks('auto', worldOf().io, undefined)).toBe(false);
  });
});

describe('the pager', () => {
  it.each([
    [{}, 'less'],
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', RUSTPOLICY_PAGER: 'less -S' }, 'less -S'],
    [{ PAGER: '' }, undefined],
    [{ TERM: 'dumb' }, undefined],
    [{ TERM: 'dumb', PAGER: 'more' }, 'more'],
    [{ PAGER: 'cat' }, undefined],
    [{ PAGER: 'more', RUSTPOLICY_PAGER: '' }, undefined],
  ])('of %o is %s', (env, command) => {
    expect(pagerCommand(env)).toBe(command);
  });

  it("has LESS set only where it is not the user's own", () => {
    expect(pagerEnv({})).toEqual({ LESS: 'FRX' });
    expect(pagerEnv({ LESS: '-S' })).toEqual({ LESS: '-S' });
    expect(pagerEnv({ LESS: '' })).toEqual({ LESS: '' });
  });

  it('is told in LESS what the text is and where to open it, before what the user has there', () => {
    const { LESS } = pagerEnv({ LESS: '-S +G' }, { title: 'Is 5 % $3: a.b?', line: 7 });
    expect(LESS).toBe('-PsIs 5 \\% 3\\: a\\.b\\? ?e(END):?pB(%pB\\%)..%t$+7$-S +G');
  });

  it.each([
    ['nothing is to be in sight', undefined, undefined],
    ['the first page shows it', [3, 23], undefined],
    ['its end is below the first page', [20, 24], 18],
    ['it is longer than a page', [2, 60], 1],
    ['it is at the end, with the page full', [59, 59], 38],
  ] as const)('opens where %s', (_, hit, line) => {
    expect(openingLine(hit, { rows: 24, lines: 60 })).toBe(line);
  });
});

describe('the width of text', () => {
  it.each([
    ['that of the terminal', 72, 72],
    ['at most 100', 200, 100],
    ['that of a terminal beside which there is hardly room', 17, 17],
    ['80 without a terminal', undefined, 80],
    ['80 where the terminal does not know', 0, 80],
  ])('is %s', (_, columns, width) => {
    expect(textWidth(columns)).toBe(width);
  });

  const width = (format: string, asked?: number, columns?: number, env = {}) =>
    widthOf(format, asked, worldOf({ columns, env }).io);

  it('is what was asked for, else that of the terminal in its own format alone', () => {
    expect(width('terminal', 132, 40)).toBe(132);
    expect(width('terminal', undefined, 40)).toBe(40);
    expect(width('text', undefined, 40)).toBe(80);
    expect(width('mail', undefined, 40)).toBe(72);
  });

  it("is that of fzf's preview, else COLUMNS, where there is no terminal", () => {
    expect(width('terminal', undefined, undefined, { COLUMNS: '90' })).toBe(90);
    expect(width('terminal', undefined, undefined, { COLUMNS: '90', FZF_PREVIEW_COLUMNS: '44' })).toBe(44);
    expect(width('terminal', undefined, undefined, { COLUMNS: 'wide' })).toBe(80);
  });
});

describe('the width of mail', () => {
  it('is 72 columns unless asked otherwise, so that a quoted reply still fits', () => {
    expect([undefined, 30, 75].map(mailWidth)).toEqual([72, 30, 75]);
  });

  it.each([29, 76, 100])('is never %d', (width) => {
    expect(() => mailWidth(width)).toThrow(InputError);
  });
});
