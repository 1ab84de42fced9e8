import type { Folder } from '../policy/folder.ts';
import { type Loaded, loadPolicy } from '../policy/load.ts';
import type { Problem } from '../policy/problem.ts';
import { parseFile } from '../policy/source-file.ts';
import { deadLinks } from './dead-links.ts';
import { duplicateAnchors } from './duplicate-anchors.ts';
import { emptySections } from './empty-sections.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import { misrankedPhrasings, repeatedPhrasings } from './phrasings.ts';

/** Everything in a folder that makes answers worse, in the order of its files and lines. */
export function check(folder: Folder): Problem[] {
  const loaded = loadPolicy(folder.sources, folder.name, folder.problems);
  return [...checkText(folder, loaded), ...misrankedPhrasings(loaded)].toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.severity, b.severity),
  );
}

/** The same but for what needs the ranking, which takes seconds where there are thousands of phrasings. */
export function checkText(folder: Folder, loaded: Loaded): Problem[] {
  const files = folder.sources.map(parseFile).filter((file) => 'parts' in file);
  return [
    ...loaded.problems,
    ...folder.sources.flatMap(hiddenCharacters),
    ...deadLinks(files, folder, loaded),
    ...duplicateAnchors(loaded),
    ...emptySections(loaded),
    ...repeatedPhrasings(loaded),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
