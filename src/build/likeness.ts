/**
 * How alike two texts are, from 0 to 1: twice their common words over all their words, repetitions counted
 * (the Sørensen-Dice coefficient).
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordCounts(a), wordCounts(b)];
  let common = 0;
  for (const [word, count] of left) common += Math.min(count, right.get(word) ?? 0);
  const all = total(left) + total(right);
  return all === 0 ? 0 : (2 * common) / all;
}

function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
