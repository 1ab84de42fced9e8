import { loadPolicy } from '../../src/policy/load.ts';
import { headingTrail } from '../../src/policy/policy.ts';

/** Loads a folder given as path -> text. */
export function load(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return loadPolicy(sources, 'folder');
}

/** The topics of one file in short: `line name: parents > heading`. */
export function topics(text: string, path = 'a.md'): string[] {
  return load({ [path]: text }).policy.sections.map(
    (section) => `${section.place?.line} ${section.name}: ${headingTrail(section)}`,
  );
}
