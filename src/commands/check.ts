import { check as checkFolder } from '../check/check.ts';
import { exitStatus, InputError } from '../errors.ts';
import { type OnProgress, readFolder } from '../policy/folder.ts';
import { findingsCount, findingsJson, findingsText } from '../render/findings.ts';
import { renderJson } from '../render/json.ts';
import type { CheckOptions } from './check-options.ts';
import type { Result } from './result.ts';

/**
 * Everything in a folder that makes answers worse, on standard output; with a count on standard error.
 *
 * @throws InputError when the folder cannot be read or holds no Markdown.
 */
export function check(folder: string, { format }: CheckOptions, onProgress: OnProgress): Result {
  const files = readFolder(folder, onProgress);
  if (files.markdown.length === 0) {
    throw new InputError(`nothing to check in "${folder}": it holds no .md files; name a folder that does`);
  }
  const findings = checkFolder(files);
  const status = findings.length === 0 ? exitStatus.answered : exitStatus.notAnswered;
  if (format === 'json') return { out: renderJson(findingsJson(findings)), error: '', status };
  const number = files.markdown.length;
  const count = `${number} file${number === 1 ? '' : 's'}: ${findingsCount(findings)}\n`;
  return { out: findingsText(findings), error: count, status };
}
