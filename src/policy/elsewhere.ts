import { isWebUrl } from './page.ts';
import { type PlacedPhrasing, phrasingField } from './phrasings.ts';
import type { Elsewhere } from './policy.ts';
import { errorAt, type Given } from './problem.ts';
import type { MarkdownFile } from './source-file.ts';
import { fileName } from './topic-name.ts';

/** A file of `elsewhere/` as a topic; an empty list where it is broken. */
export function elsewhereOf(
  file: MarkdownFile,
): Given<{ topic: Elsewhere; askedAs: readonly PlacedPhrasing[] }[]> {
  const see = phrasingField(file, 'see');
  const askedAs = phrasingField(file, 'asked-as');
  const broken = see.given.find(({ text }) => !isWebUrl(text));
  if (broken !== undefined) {
    const message = `see holds "${broken.text}", which is no http or https URL (file left out)`;
    return { given: [], problems: [errorAt(file, broken.line, message)] };
  }
  const topic = {
    name: fileName(file.path),
    answer: file.body.trim(),
    see: see.given.map(({ text }) => text),
  };
  return { given: [{ topic, askedAs: askedAs.given }], problems: [...see.problems, ...askedAs.problems] };
}
