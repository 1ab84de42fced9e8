import {
  byPlace,
  type Checked,
  check as checkFolder,
  findingsCount,
  findingsJson,
  findingsText,
} from '../check/findings.ts';
import { exitStatus, InputError } from '../errors.ts';
import { type OnProgress, readFolder } from '../policy/folder.ts';
import { renderJson } from '../render/json.ts';
import type { Result } from './result.ts';

/** The options of `check` as they were typed. */
export interface CheckOptions {
  readonly format: 'text' | 'json';
  /** Tell what needs nothing done too. */
  readonly verbose?: boolean;
}

/**
 * Everything in a folder that makes answers worse, on standard output; with a count on standard error. Notes change
 * nothing about the exit status.
 *
 * @throws InputError when the folder cannot be read or holds no Markdown.
 */
export function check(
  folder: string,
  { format, verbose = false }: CheckOptions,
  onProgress: OnProgress,
): Result {
  const files = readFolder(folder, onProgress);
  if (files.markdown.length === 0) {
    throw new InputError(`nothing to check in "${folder}": it holds no .md files; name a folder that does`);
  }
  const checked = checkFolder(files, onProgress);
  const status = checked.findings.length === 0 ? exitStatus.answered : exitStatus.notAnswered;
  const shown = verbose ? [...checked.findings, ...checked.notes].toSorted(byPlace) : checked.findings;
  if (format === 'json') return { out: renderJson(findingsJson(shown)), error: '', status };
  const number = files.markdown.length;
  const count = `${number} file${number === 1 ? '' : 's'}: ${findingsCount(shown)}\n`;
  const closing = count + (verbose ? '' : unshown(checked));
  return { out: findingsText(shown), error: '', closing, status };
}

function unshown({ notes, heldOut }: Checked): string {
  if (notes.length === 0) return '';
  return `${notes.length} of ${heldOut} phrasings lead home only because they are listed; --verbose names them\n`;
}
