import { withoutInvisible } from '../markdown/invisible.ts';
import { cited, type LexedSection, type Page, type PolicyText, type Section } from '../policy/policy.ts';
import type { LexedFinding } from '../search/answer.ts';
import type { Answer, PageJson, SectionJson, TopicJson } from './documents.ts';
import { sectionMarkdown } from './markdown.ts';
import { sectionText } from './text.ts';

/** Stands in every JSON document; `schema.json` describes them. */
export const SCHEMA_VERSION = 1;

/** The answer to a question, which `ask` prints and the library gives. */
export function answerOf(policy: PolicyText, question: string, finding: LexedFinding): Answer {
  const { page } = policy;
  const isAnswered = finding.outcome === 'answered';
  return {
    question,
    outcome: finding.outcome,
    ...(isAnswered && { answer: sectionJson(page, finding.section) }),
    closest: finding.closest.map(({ section, score }) => ({
      ...topicJson(page, section),
      score: Math.round(score * 1000) / 1000,
    })),
    ...(isAnswered && finding.near && { near: topicJson(page, finding.near) }),
    ...(finding.outcome === 'elsewhere' && { elsewhere: finding.topic.answer, see: finding.topic.see }),
    policy: pageJson(page),
  };
}

/** The document that `show` prints: a section, or several, and the policy that they are from. */
export function showJson(page: Page, sections: readonly LexedSection[]) {
  const [answer, ...others] = sections.map((section) => sectionJson(page, section));
  const shown = others.length === 0 ? { answer } : { answers: [answer, ...others] };
  return { ...shown, policy: pageJson(page) };
}

/** The document that `list` prints. */
export function listJson({ page, sections }: PolicyText) {
  return { topics: sections.map((section) => topicJson(page, section)), policy: pageJson(page) };
}

/** One JSON document with its schema's version first and a final newline. */
export function renderJson(document: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...document }, null, 2)}\n`;
}

/** A topic without its text. */
export function topicJson(page: Page, section: Section): TopicJson {
  const { number, name, anchor, heading, place, parents = [] } = section;
  const { url } = cited(page, section);
  return {
    number,
    name,
    anchor,
    heading,
    ...(url !== undefined && { url }),
    ...(place && { file: withoutInvisible(place.file), line: place.line, parents }),
  };
}

/** A topic with its text. */
export function sectionJson(page: Page, section: LexedSection): SectionJson {
  return {
    ...topicJson(page, section),
    markdown: sectionMarkdown(page, section),
    text: sectionText(page, section, Number.POSITIVE_INFINITY),
  };
}

function pageJson({ folder: _, ...known }: Page): PageJson {
  return known;
}
