import { LEFT_OUT } from '../policy/passages.ts';
import { paragraph, quoted } from '../render/mail-lines.ts';
import type { Mailbox } from './addresses.ts';
import type { Message } from './message.ts';
import type { Sentence } from './original.ts';

/** What a reply's body is made of. */
export interface Reply {
  /** "On DATE, NAME wrote:", in one line. */
  readonly attribution: string;
  /** The original's lines, not yet quoted. */
  readonly original: readonly string[];
  /** What the answer stands below; undefined where it is all of the original. */
  readonly question: Pick<Sentence, 'start' | 'end'> | undefined;
  /** A part of a body, ending in a newline. */
  readonly answer: string;
}

/** `Re: ` before a subject, once, whatever the programs of other countries had put there. */
export function replySubject(subject: string): string {
  return `Re: ${subject.replace(/^(?:(?:re|aw|sv|antw|vs)(?:\[\d+\])?\s*:\s*)+/i, '')}`.trim();
}

/** Who wrote the original, and when, as far as it tells. */
export function attributionOf({ from, date }: Pick<Message, 'from' | 'date'>): string {
  const names = from.map(({ name, address }: Mailbox) => name || address).filter((name) => name !== '');
  const who = names.length === 0 ? 'somebody' : names.join(' and ');
  return date === undefined ? `${who} wrote:` : `On ${date}, ${who} wrote:`;
}

/** The original quoted, and the answer below the paragraph that asks; ends in a newline. */
export function replyBody({ attribution, original, question, answer }: Reply, width: number): string {
  const end = question?.end ?? original.length;
  const before = quoted(original.slice(0, end));
  const rest = original.slice(end);
  const after = quoted(
    rest.slice(
      Math.max(
        0,
        rest.findIndex((line) => line !== ''),
      ),
    ),
  );
  const blocks = [
    [...paragraph(attribution, width), ...before].join('\n'),
    answer.trimEnd(),
    after.join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The same reply with only the paragraph that asks left of the original; all of it where none does. */
export function trimmed(reply: Reply): Reply {
  const { original, question } = reply;
  if (question === undefined) return reply;
  const before = question.start > 0 ? [LEFT_OUT, ''] : [];
  const asked = original.slice(question.start, question.end);
  const after = question.end < original.length ? ['', LEFT_OUT] : [];
  return {
    ...reply,
    original: [...before, ...asked, ...after],
    question: { start: 0, end: before.length + asked.length + after.length },
  };
}
