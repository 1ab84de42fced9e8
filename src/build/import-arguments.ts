import { parseArgs } from 'node:util';
import { InputError } from '../errors.ts';
import type { Revision } from './import-plan.ts';
import type { Decisions } from './section-pairs.ts';

/** What an import is told on its command line. */
export interface ImportArguments {
  /** The page's file. */
  readonly path: string;
  readonly revision: Revision;
  readonly decisions: Decisions;
}

const USAGE =
  'PAGE.md --revision COMMIT --subject TEXT --updated YYYY-MM-DD [--renamed NAME=ANCHOR] [--gone NAME]';

/**
 * Reads the words behind `npm run import --`.
 *
 * @throws InputError when they name no page or no revision of it.
 */
export function importArguments(argv: readonly string[]): ImportArguments {
  const { values, positionals } = parsed(argv);
  const { revision, subject, updated, renamed = [], gone = [] } = values;
  const [path, ...others] = positionals;
  if (path === undefined || revision === undefined || subject === undefined || updated === undefined) {
    throw new InputError(`give the page and what it is: ${USAGE}`);
  }
  if (others.length > 0) throw new InputError(`give one page, not ${positionals.join(' and ')}: ${USAGE}`);
  if (!/^[0-9a-f]{12,40}$/.test(revision)) {
    throw new InputError(`revision "${revision}" is no commit; give at least 12 of its hex digits`);
  }
  if (subject.trim() === '' || /\n/.test(subject)) {
    throw new InputError("the subject is not one line; give the commit's");
  }
  if (!isDate(updated)) throw new InputError(`updated "${updated}" is no date; give one as 2025-04-02`);
  return {
    path,
    revision: { revision: revision.slice(0, 12), subject, updated },
    decisions: new Map([...renamed.map(renaming), ...gone.map((name) => [name, undefined] as const)]),
  };
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const several = { ...text, multiple: true } as const;
  const options = { revision: text, subject: text, updated: text, renamed: several, gone: several };
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // What is wrong, then advice on words with dashes, which a page's name has no need of.
    if (!(error instanceof TypeError)) throw error;
    const [what] = error.message.split('. ');
    throw new InputError(`${what}; give ${USAGE}`);
  }
}

function renaming(pair: string): readonly [string, string] {
  const [name = '', anchor = ''] = pair.split('=');
  return [name, anchor.replace(/^#/, '')];
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD: `2025-02-30` is none. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
