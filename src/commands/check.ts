import { checkFolder, findingsCount, findingsJson, findingsText, inShort } from '../check/findings.ts';
import type { Options } from '../command-line/read.ts';
import { exitStatus, InputError } from '../errors.ts';
import { readFolder } from '../policy/folder.ts';
import { renderJson } from '../render/json.ts';
import type { Io } from '../terminal/io.ts';
import { withProgress } from './opening.ts';
import type { Result } from './view.ts';

/**
 * Everything in a folder that makes answers worse, on standard output; with a count on standard error. Notes change
 * nothing about the exit status.
 *
 * @throws InputError when the folder cannot be read or holds no Markdown.
 */
export async function check(folder: string, { format, verbose }: Options<'check'>, io: Io): Promise<Result> {
  const files = await withProgress(io, (show) => readFolder(folder, show));
  const number = files.markdown.length;
  if (number === 0)
    throw new InputError(`nothing to check in "${folder}": it holds no .md files; name a folder that does`);
  const findings = checkFolder(files, verbose === true);
  const isSound = findings.every(({ severity }) => severity === 'note');
  const status = isSound ? exitStatus.answered : exitStatus.notAnswered;
  if (format === 'json') return { out: renderJson(findingsJson(findings)), status };
  const closing = `${number} file${number === 1 ? '' : 's'}: ${findingsCount(findings)}\n`;
  return { out: findingsText(verbose ? findings : inShort(findings)), closing, status };
}
