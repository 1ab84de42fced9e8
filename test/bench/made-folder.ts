import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MADE = Object.freeze({
  /** Words of a section. */
  words: 150,
  /** Different words of all sections; text of a million words has about as many. */
  vocabulary: 30_000,
  /** Files of a sub-folder. */
  perFolder: 100,
});

/** A folder of so many sections, a file each, in a temporary place; the same text for the same number. */
export function makeFolder(sections: number): string {
  const folder = mkdtempSync(join(tmpdir(), `rustpolicy-${sections}-`));
  const random = newRandom();
  for (let at = 0; at < sections; at += 1) {
    const within = join(folder, `part-${Math.floor(at / MADE.perFolder)}`);
    if (at % MADE.perFolder === 0) mkdirSync(within);
    const title = words(random, 6).join(' ');
    const body = `${marked(words(random, MADE.words / 2))}.\n\n- ${marked(words(random, MADE.words / 2))}\n`;
    writeFileSync(
      join(within, `${at}.md`),
      `---\ntitle: ${title}\ntags: [a, b]\n---\n\n## ${title}\n\n${body}`,
    );
  }
  return folder;
}

/** A question that a section of the folder could answer. */
export function makeQuestion(): string {
  return `how do I ${words(newRandom(), 6).join(' ')}`;
}

/** A paragraph with marks as people write them: here and there emphasis, code, or a link. */
function marked(texts: readonly string[]): string {
  return texts
    .map((text, at) => {
      if (at % 20 === 7) return `*${text}*`;
      if (at % 30 === 11) return `\`${text}\``;
      return at % 40 === 19 ? `[${text}](https://example.org/${text})` : text;
    })
    .join(' ');
}

/** Words as often as they come in texts: the n-th most frequent one n-th as often as the first (Zipf). */
function words(random: () => number, count: number): string[] {
  return Array.from({ length: count }, () => word(Math.floor(MADE.vocabulary ** random())));
}

const SYLLABLES =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu ra re ri ro ru'.split(' ');

function word(number: number): string {
  let rest = number;
  let made = '';
  do {
    made += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return made.length < 4 ? `${made}n` : made;
}

/** Numbers from 0 up to 1 (Marsaglia's xorshift, 32 bits). */
function newRandom(): () => number {
  let state = 42;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
