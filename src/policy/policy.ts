import { withoutInvisible } from '../markdown/invisible.ts';
import type { LexedText } from '../markdown/links.ts';

/** Where a policy's text comes from; whatever a folder does not tell stays undefined. */
export interface Page {
  readonly title: string;
  /** The published page's URL, without anchor. */
  readonly source?: string;
  /** The revision's commit, at least 12 hex digits. */
  readonly revision?: string;
  /** The subject line of that commit. */
  readonly subject?: string;
  /** The revision's date, YYYY-MM-DD. */
  readonly updated?: string;
  /** The folder's path as it was named; the bundled policy has none. */
  readonly folder?: string;
}

/** A heading with its body: the text of a topic. */
export interface Section {
  /** Counts from 1 in file order; the introduction of `index.md` is 0. */
  readonly number: number;
  /** The short handle that a person types. */
  readonly name: string;
  /** The section's id on the published page; empty where it has no heading there, nor a title. */
  readonly anchor: string;
  /** Plain text, no Markdown. */
  readonly heading: string;
  /** Markdown below the heading, links as the folder writes them. */
  readonly body: string;
  /** The URL of the page that the section's file is published at; without a place it may be the policy's. */
  readonly source?: string;
  /** Where its heading stands; the bundled policy, which is cited by its page, has none. */
  readonly place?: Place;
  /** The titles that it stands under, outermost first: its file's title, then the headings above; absent where there is nothing. */
  readonly parents?: readonly string[];
}

/** Whether a text is a section's number or name, by which it is known wherever a topic may be typed. */
export function isCalled({ number, name }: Section, typed: string): boolean {
  return name === typed || String(number) === typed.replace(/^0+(?=\d)/, '');
}

/** A section of a folder's file. */
export type PlacedSection = Section & { readonly place: Place };

/** A section as renderers take it, with the tokens of its body. */
export interface LexedSection extends Section, LexedText {}

/** Gives a section's tokens: made by marked now, or stored by the build. */
export type LexSection = (section: Section) => LexedSection;

/** A question near the policy that it does not answer. */
export interface Elsewhere {
  readonly name: string;
  /** One or two sentences of Markdown that say what is to be found where. */
  readonly answer: string;
  /** URLs of the pages that do answer it; none where nobody here knows. */
  readonly see: readonly string[];
}

export interface PolicyText {
  readonly page: Page;
  readonly sections: readonly Section[];
  readonly elsewhere: readonly Elsewhere[];
}

/** One way in which people ask. */
export interface Phrasing {
  readonly text: string;
  /** Words of the section's body that answer just this, where its group in `asked-as/` quotes any. */
  readonly quote?: string;
}

/** A phrasing, and where it is written. */
export type PlacedPhrasing = Phrasing & Place;

/** How people ask: for the section, or the elsewhere topic, at the same index. */
export interface AskedAs {
  readonly sections: readonly (readonly Phrasing[])[];
  readonly elsewhere: readonly (readonly Phrasing[])[];
}

/** ASCII that no URL's fragment holds as it is (RFC 3986 3.5), but an id that somebody wrote may. */
const UNSAFE = /["#%<>[\\\]^`|]/g;

/** A section's heading behind those that it stands under: `Keeping parrots > Costs`. */
export function headingTrail({ heading, parents = [] }: Section): string {
  return [...parents, heading].join(' > ');
}

/** The address, place and revision that a section is cited by, each undefined where it is not known. */
export function cited(page: Page, section: Section) {
  const { file, line } = section.place ?? {};
  // Files of a folder know their own.
  const source = section.source ?? (file === undefined ? page.source : undefined);
  const fragment = section.anchor && `#${section.anchor.replace(UNSAFE, encodeURIComponent)}`;
  // A file's name may hold line ends and tabs, which would forge a line or a column of ours.
  const place = file === undefined ? undefined : withoutInvisible(`${file}:${line}`).replace(/\s+/g, ' ');
  return {
    heading: headingTrail(section),
    /** On its published page. */
    url: source === undefined ? undefined : source + fragment,
    /** Where it stands in its folder, `oncall.md:12`; nowhere in the bundled policy. */
    place,
    /** That place as a path that opens from where the folder was named: `docs/oncall.md:12`. */
    path: place === undefined ? undefined : pathFrom(page.folder ?? '.', place),
    /** The base of its relative links: the URL of its page, else its file's path in the folder. */
    base: source ?? file,
    /** The page's title and revision. */
    revision: revisionLine(page),
  };
}

export type Citation = ReturnType<typeof cited>;

function pathFrom(folder: string, place: string): string {
  const path = withoutInvisible(folder).replace(/(?<=.)\/+$/, '');
  return path === '.' ? place : `${path === '/' ? '' : path}/${place}`;
}

/** The page's name as the subject of a sentence: folders are called by theirs. */
export function subjectOf({ title, folder }: Page): string {
  return folder !== undefined || /^the\b/i.test(title) ? title : `The ${title}`;
}

/** A line of a file of the folder. */
export interface Place {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * A finding about a folder: an error keeps a file, or a part of it, out of the policy, or misleads whoever asks; with a
 * warning all is read, but answers may be worse for it; a note needs nothing done.
 */
export interface Problem extends Place {
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
}

/** `file:line: error: message`, as compilers print it, in one line. */
export function describeProblem({ file, line, severity, message }: Problem): string {
  return `${file}:${line}: ${severity}: ${message}`.replace(/\s+/g, ' ');
}

/** The problem with what stands at a place, in words that are safe to show. */
export function problemAt({ file, line }: Place, severity: Problem['severity'], message: string): Problem {
  return { file: withoutInvisible(file), line, severity, message: withoutInvisible(message) };
}

/** A value read from a file, or a part of it, and the problems found there. */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** The page and its revision with the date, as far as they are known: `Rust kernel policy, revision …, 2025-04-02`. */
export function revisionLine({ title, revision, updated }: Page): string {
  return [title, revision && `revision ${revision}`, updated].filter(Boolean).join(', ');
}
