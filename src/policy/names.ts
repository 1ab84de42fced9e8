import { withoutInvisible } from '../markdown/invisible.ts';

/** A heading's Markdown, without attributes. */
export interface Heading {
  readonly text: string;
  /** The id that it states for itself. */
  readonly id: string | undefined;
}

/** Takes attributes off a heading, `{#id .class key=value}`, as mdBook and Pandoc do; all but the id is dropped. */
export function headingIn(markdown: string): Heading {
  const whole = markdown.trimEnd();
  // Not by one pattern, which would try every way to part `.a.a.a` into words.
  const start = whole.endsWith('}') ? whole.lastIndexOf('{') : -1;
  const words = start === -1 ? [] : (whole.slice(start + 1, -1).match(/[^ \t]+/g) ?? []);
  const isAttributes = words.every((word) => /^(?:[#.]|[\w-]+=)[^\s{}]+$/.test(word));
  if (!isAttributes || !words.some((word) => /^[#.]/.test(word))) return { text: markdown, id: undefined };
  const id = words.find((word) => word.startsWith('#'))?.slice(1);
  return { text: whole.slice(0, start).trimEnd(), id };
}

/**
 * A heading's id: the one that it states, as it is written; else the one that mdBook gives it, in lower case, spaces
 * to `-`, all but letters, digits, `-` and `_` dropped.
 *
 * @param heading plain text.
 */
export function anchorOf(heading: string, id?: string): string {
  if (id !== undefined) return id;
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s/gu, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '');
}

/** Gives each value once: the second `faq` is `faq-1`, the third `faq-2`, as mdBook and GitHub number anchors. */
export function uniqueNamer(): (name: string) => string {
  const taken = new Set<string>();
  /** The last number given to each name, so that a thousand equal headings take a thousand steps. */
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

const LENGTH = Object.freeze({
  /** A name is typed, and `list` prints it beside the heading. */
  most: 32,
});

/** Words that a name can do without. */
const FILLERS: ReadonlySet<string> = new Set(
  `a am an and any are as at be been by can could did do does for from had has have how i if in into is it its may me my of
  on or our shall should so that the their there these they this to us was we were what when where which who why will
  with would you your`.split(/\s+/),
);

/** A file's handle: `docs/04-broken-builds.md` is `broken-builds`; a folder's README.md or index.md is the folder. */
export function fileName(path: string): string {
  const [file = '', folder] = path.split('/').reverse();
  const base = handle(file.replace(/\.(md|markdown)$/i, ''));
  return folder !== undefined && (base === 'readme' || base === 'index') ? handle(folder) : base;
}

function handle(name: string): string {
  // A name that begins with a dash would be typed as an option.
  return anchorOf(withoutInvisible(name.replace(/^\d+[-_. ]+/, '') || name)).replace(/^-+/, '');
}

/** A heading's handle: "How do I get a library card?" is `get-library-card`. */
export function headingName(heading: string): string {
  const words = anchorOf(heading).split('-').filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  let name = '';
  for (const word of telling.length > 0 ? telling : words) {
    if (name !== '' && name.length + 1 + word.length > LENGTH.most) break;
    name += (name === '' ? '' : '-') + word;
  }
  // By characters, as one beyond U+FFFF must not be cut in half.
  return [...name].slice(0, LENGTH.most).join('');
}

/**
 * A namer that gives each name once. A name that comes again is told apart by its context, a file or folder, or where
 * that is the same too, by a count.
 */
export function topicNamer(): (name: string, context: string) => string {
  const unique = uniqueNamer();
  const contexts = new Map<string, string>();
  return (name, context) => {
    // A topic is typed by its number alone, which no name may look like.
    const short = /^\d*$/.test(name) ? `section${name && '-'}${name}` : name;
    const other = contexts.get(short) ?? context;
    contexts.set(short, other);
    return unique(other === context || context === '' ? short : `${context}-${short}`);
  };
}
