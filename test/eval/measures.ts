import type { Question } from './question.ts';

/** What a system said to a question: anchors, best first, and whether it answered with the first. */
export interface Reply {
  readonly ranked: readonly string[];
  readonly isAnswered: boolean;
}

export type System = (question: string) => Reply;

/** A question with what was said to it. */
export interface Measured {
  readonly question: Question;
  readonly reply: Reply;
}

/** Shares from 0 to 1; of no question, 0. */
export interface Measures {
  readonly count: number;
  /** The right section is the first. */
  readonly first: number;
  /** The right section is among the first three. */
  readonly three: number;
  /** Refused though the policy answers. */
  readonly refused: number;
  /** Answered with a wrong section. */
  readonly wrong: number;
}

export function measure(system: System, questions: readonly Question[]): Measured[] {
  return questions.map((question) => ({ question, reply: system(question.question) }));
}

export function isAnswerable({ question }: Measured): boolean {
  return question.sections.length > 0;
}

/** The measures of questions that the policy answers. */
export function measuresOf(measured: readonly Measured[]): Measures {
  const share = (isCounted: (each: Measured) => boolean) =>
    measured.length === 0 ? 0 : measured.filter(isCounted).length / measured.length;
  return {
    count: measured.length,
    first: share((each) => isRightWithin(each, 1)),
    three: share((each) => isRightWithin(each, 3)),
    refused: share(({ reply }) => !reply.isAnswered),
    wrong: share((each) => each.reply.isAnswered && !isRightWithin(each, 1)),
  };
}

/** The share of questions that were answered, of those that the policy does not answer. */
export function answeredShare(measured: readonly Measured[]): number {
  return measured.length === 0
    ? 0
    : measured.filter(({ reply }) => reply.isAnswered).length / measured.length;
}

function isRightWithin({ question, reply }: Measured, places: number): boolean {
  return reply.ranked.slice(0, places).some((anchor) => question.sections.includes(anchor));
}

/** Pairs of the right section and the one that was ranked before it, the most frequent first. */
export function confusions(
  measured: readonly Measured[],
): { readonly pair: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const each of measured) {
    if (isRightWithin(each, 1)) continue;
    const pair = `${each.question.sections[0]} < ${each.reply.ranked[0] ?? 'nothing'}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => ({ pair, count })).sort((a, b) => b.count - a.count);
}

/** Groups in order of first appearance. */
export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
