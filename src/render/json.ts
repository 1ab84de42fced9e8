import { type LexedSection, type Page, type PolicyText, type Section, sectionUrl } from '../policy/policy.ts';
import type { LexedFinding } from '../search/answer.ts';
import { sectionMarkdown } from './markdown.ts';
import { bodyText } from './text.ts';

/** A topic as `list` and `closest` name it; `url` is absent where the folder names no source. */
export interface TopicJson {
  readonly number: number;
  readonly name: string;
  readonly anchor: string;
  readonly heading: string;
  readonly url?: string;
}

/** A topic with its words; `text` has a paragraph a line, links as footnotes. */
export interface SectionJson extends TopicJson {
  readonly markdown: string;
  readonly text: string;
}

/** A topic as a candidate; `score` from 0 to 1. */
export interface CandidateJson extends TopicJson {
  readonly score: number;
}

/** Where the policy comes from; what the folder does not tell is absent. */
export interface PageJson {
  readonly title: string;
  readonly source?: string;
  readonly revision?: string;
  readonly updated?: string;
}

/** What the policy has to say to a question. */
export interface Answer {
  readonly question: string;
  readonly outcome: 'answered' | 'elsewhere' | 'unanswered';
  /** Present only when answered. */
  readonly answer?: SectionJson;
  /** Up to five topics, best first, whatever the outcome. */
  readonly closest: readonly CandidateJson[];
  /** Where to look instead; present only when elsewhere. */
  readonly see?: readonly string[];
  readonly policy: PageJson;
}

const SCHEMA_VERSION = 1;

export function answerOf(policy: PolicyText, question: string, finding: LexedFinding): Answer {
  const { page } = policy;
  return {
    question,
    outcome: finding.outcome,
    ...(finding.outcome === 'answered' ? { answer: sectionJson(page, finding.section) } : {}),
    closest: finding.closest.map(({ section, score }) => ({
      ...topicJson(page, section),
      score: rounded(score),
    })),
    ...(finding.outcome === 'elsewhere' ? { see: finding.topic.see } : {}),
    policy: pageJson(page),
  };
}

/** The document that `show` prints: a section and where it comes from. */
export function showJson(page: Page, section: LexedSection) {
  return { answer: sectionJson(page, section), policy: pageJson(page) };
}

/** The document that `list` prints. */
export function listJson({ page, sections }: PolicyText) {
  return { topics: sections.map((section) => topicJson(page, section)), policy: pageJson(page) };
}

/** One JSON document with its schema's version first and a final newline. */
export function renderJson(document: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...document }, null, 2)}\n`;
}

export function topicJson(page: Page, section: Section): TopicJson {
  const { number, name, anchor, heading } = section;
  const url = sectionUrl(page, section);
  return { number, name, anchor, heading, ...(url === undefined ? {} : { url }) };
}

function sectionJson(page: Page, section: LexedSection): SectionJson {
  return {
    ...topicJson(page, section),
    markdown: sectionMarkdown(page, section),
    text: bodyText(page, section, Number.POSITIVE_INFINITY),
  };
}

function pageJson({ title, source, revision, updated }: Page): PageJson {
  return {
    title,
    ...(source === undefined ? {} : { source }),
    ...(revision === undefined ? {} : { revision }),
    ...(updated === undefined ? {} : { updated }),
  };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
