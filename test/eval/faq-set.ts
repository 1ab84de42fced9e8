import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../src/policy/folder.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { outline } from '../../src/policy/outline.ts';
import { groupedItems } from '../../src/policy/phrasings.ts';
import type { SourceFile } from '../../src/policy/source-file.ts';

/** A folder of FAQ with questions that people ask, each with the place of the section that answers it. */
export interface FaqSet {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly questions: readonly { readonly question: string; readonly section: number }[];
}

/** A folder beside this file and its questions: a list under each heading of the section that answers them. */
export function writtenFaq(name: string): FaqSet {
  const files = readFolder(fileURLToPath(new URL(`folders/${name}`, import.meta.url))).sources;
  const { sections } = loadPolicy(files, name).policy;
  const asked = readFileSync(new URL(`asked/${name}.md`, import.meta.url), 'utf8');
  const questions = outline(asked).parts.flatMap(({ heading, body }) => {
    const section = sections.findIndex((each) => each.heading === heading?.text);
    if (heading !== undefined && section === -1)
      throw new Error(`asked/${name}.md: no section "${heading.text}"`);
    return groupedItems(body, { file: name, line: 1 }).map(({ text }) => ({ question: text, section }));
  });
  return { name, files, questions };
}

/** Several folders as one, each a sub-folder of it. */
export function joinedFaq(name: string, sets: readonly FaqSet[]): FaqSet {
  const files = sets.flatMap((set) =>
    set.files.map(({ path, text }) => ({ path: `${set.name}/${path}`, text })),
  );
  const { sections } = loadPolicy(files, name).policy;
  const questions = sets.flatMap((set) => {
    const own = loadPolicy(set.files, set.name).policy.sections;
    return set.questions.map(({ question, section }) => ({
      question,
      section: sections.findIndex(({ body }) => body === own[section]?.body),
    }));
  });
  return { name, files, questions };
}
