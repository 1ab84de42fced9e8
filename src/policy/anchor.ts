/** The id that mdBook gives a heading: lower case, spaces to `-`, all but letters, digits, `-` and `_` dropped. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s/gu, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '');
}

/** Gives each value once: the second `faq` is `faq-1`, the third `faq-2`, as mdBook and GitHub number anchors. */
export function uniqueNamer(): (name: string) => string {
  const taken = new Set<string>();
  /** Where to go on counting, so that a thousand equal headings take a thousand steps. */
  const counts = new Map<string, number>();
  return (name) => {
    let unique = name;
    let count = counts.get(name) ?? 0;
    for (; taken.has(unique); unique = `${name}-${count}`) count += 1;
    counts.set(name, count);
    taken.add(unique);
    return unique;
  };
}
