import { readdirSync, readFileSync } from 'node:fs';
import { clearSection, sentenceFindings } from '../../src/mail/asked.ts';
import { parseMessage } from '../../src/mail/message.ts';
import { newSentences, originalLines } from '../../src/mail/original.ts';
import type { SearchablePolicy } from '../../src/search/answering-passage.ts';

/** A message as lists see it, and the topic that a reply should quote; without one where no reply is due. */
export interface MailCase {
  readonly text: string;
  readonly topic: string | undefined;
}

/** How many messages there are, and shares from 0 to 1. */
export interface MailMeasures {
  readonly undue: number;
  /** Drafts where none is due. */
  readonly written: number;
  readonly due: number;
  readonly right: number;
  readonly wrong: number;
}

/** The messages of a folder of mboxes; a header `Topic:` names what a reply should quote. */
export function readMails(folder: string): MailCase[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(`${folder}/${name}`, 'utf8')
      .split(/^From mboxrd\n/m)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text, topic: /^Topic: (\S+)$/m.exec(text)?.[1] })),
  );
}

/** What a message says anew, sentence by sentence. */
export async function sentencesOf({ text }: MailCase): Promise<string[]> {
  const { text: words, subject } = await parseMessage(Buffer.from(text));
  return newSentences(originalLines(words, 72), subject).map((sentence) => sentence.text);
}

/** What `mail --reply` drafts for each message: the name of the section that it quotes, if it writes one. */
export async function draftedTopic(
  policy: SearchablePolicy,
  { text }: MailCase,
): Promise<string | undefined> {
  const message = await parseMessage(Buffer.from(text));
  return clearSection(sentenceFindings(policy, originalLines(message.text, 72), message)[0]?.finding)?.name;
}

export async function measureMails(
  policy: SearchablePolicy,
  cases: readonly MailCase[],
): Promise<MailMeasures> {
  const drafts = await Promise.all(
    cases.map(async (each) => ({ topic: each.topic, drafted: await draftedTopic(policy, each) })),
  );
  const due = drafts.filter(({ topic }) => topic !== undefined);
  const undue = drafts.filter(({ topic }) => topic === undefined);
  const share = (of: typeof drafts, isCounted: (each: (typeof drafts)[number]) => boolean) =>
    of.filter(isCounted).length / Math.max(1, of.length);
  return {
    undue: undue.length,
    written: share(undue, ({ drafted }) => drafted !== undefined),
    due: due.length,
    right: share(due, ({ topic, drafted }) => drafted === topic),
    wrong: share(due, ({ topic, drafted }) => drafted !== undefined && drafted !== topic),
  };
}
