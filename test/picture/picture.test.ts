import { readFileSync } from 'node:fs';
import { decodeHTMLStrict } from 'entities';
import { expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

it('shows what its command answers today; if not, run: npm run picture', async () => {
  const svg = readFileSync(new URL('answer.svg', import.meta.url), 'utf8');
  const texts = [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text = '']) =>
    decodeHTMLStrict(text),
  );
  const [typed = '', ...shown] = texts;
  const world = worldOf({ isTerminal: true, columns: 84, env: { LANG: 'C.UTF-8', NO_COLOR: '1' } });
  await main(words(typed).slice(2), world.io);
  // A word may be cut where its setting changes, as before a full stop.
  expect(shown.join('').replace(/\s/g, '')).toBe(words(world.out()).join(''));
});
