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
  return (name) => {
    let unique = name;
    for (let count = 1; taken.has(unique); count += 1) unique = `${name}-${count}`;
    taken.add(unique);
    return unique;
  };
}
