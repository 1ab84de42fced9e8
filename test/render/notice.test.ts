import { describe, expect, it } from 'vitest';
import { fitted } from '../../src/render/notice.ts';

const at = (columns: number, text: string) => fitted(text, { columns, isUtf8: true });

describe('what standard error says on a terminal', () => {
  it('stays as it is where it fits', () => {
    expect(at(40, 'Closest topics:\n  show a  A  topic\n')).toBe('Closest topics:\n  show a  A  topic\n');
  });

  it('is broken at words', () => {
    expect(at(20, 'The policy does not answer this.\n')).toBe('The policy does not\nanswer this.\n');
  });

  it('hangs below the text that stands beside a command', () => {
    expect(at(30, '  show a  Who maintains it all in the kernel?\n')).toBe(
      '  show a  Who maintains it all\n          in the kernel?\n',
    );
  });

  it('goes below a command that leaves no room beside it', () => {
    expect(at(24, '  rustpolicy show about  About this policy, in short\n')).toBe(
      '  rustpolicy show about\n    About this policy,\n    in short\n',
    );
  });

  it('is typed in ASCII where the locale has no more', () => {
    expect(fitted('It does not \u2014 \u201cyet\u201d.', { columns: 80, isUtf8: false })).toBe(
      'It does not -- "yet".',
    );
  });
});
