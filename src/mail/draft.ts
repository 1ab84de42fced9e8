import { LEFT_OUT } from '../policy/passages.ts';
import type { LexedSection, Page } from '../policy/policy.ts';
import { written } from '../render/ascii.ts';
import { type MailView, renderMail } from '../render/mail-body.ts';
import { paragraph, quoted } from '../render/mail-lines.ts';
import { blocksText } from '../render/text.ts';
import { type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import { type Headers, headerLines } from './headers.ts';
import type { Message } from './message.ts';
import { type Thread, threadOf } from './message-id.ts';
import { originalLines, type Sentence } from './original.ts';
import { recipientsOf } from './recipients.ts';

/** A mail that is not sent yet. */
export interface Draft {
  readonly headers: Headers;
  /** Ends in a newline. */
  readonly body: string;
}

/** What a person asked for beside the answer itself; what is undefined is taken from the section or the original. */
export interface Wishes {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string | undefined;
  readonly thread: Thread | undefined;
  readonly isBrief: boolean;
}

/** The answer: a section, or an excerpt of it, and where it comes from. */
export interface Answered {
  readonly page: Page;
  readonly section: LexedSection;
}

/** A mail of its own that quotes a section. */
export function newDraft({ page, section }: Answered, wishes: Wishes, view: MailView): Draft {
  const { to, cc, subject, thread } = wishes;
  return {
    headers: {
      to: withoutRepeats(to),
      cc: withoutRepeats(cc, to),
      thread,
      subject: subject ?? written(section.heading, view.characters),
    },
    body: renderMail(page, section, view),
  };
}

/** A message that is answered, and the sentence in it that the answer is for. */
export interface Original {
  readonly message: Message;
  readonly question: Sentence | undefined;
}

/** A reply to everybody, the section quoted below what asks for it. */
export function replyDraft(
  { page, section, message, question }: Answered & Original,
  wishes: Wishes,
  view: MailView,
): Draft {
  const { width, characters } = view;
  const named = (mailboxes: readonly Mailbox[]) =>
    mailboxes.map(({ name, address }) => ({ name: writtenName(name, characters), address }));
  const recipients = recipientsOf(message);
  const to = withoutRepeats([...named(recipients.to), ...wishes.to]);
  const reply: Reply = {
    attribution: written(attributionOf(message), characters),
    original: originalLines(message.text, width - '> '.length).map((line) => written(line, characters)),
    question,
    answer: renderMail(page, section, view),
  };
  return {
    headers: {
      to,
      cc: withoutRepeats([...named(recipients.cc), ...wishes.cc], to),
      subject: wishes.subject ?? written(replySubject(message.subject), characters),
      thread: threadOf(message),
    },
    body: replyBody(wishes.isBrief ? trimmed(reply) : reply, width),
  };
}

/** A draft as a file or a pipe takes it: headers, a blank line, the body. */
export function draftText({ headers, body }: Draft): string {
  return `${headerLines(headers, body)}\n${body}`;
}

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
  const first = [...paragraph(attribution, width), ...before].join('\n');
  return blocksText([first, answer.trimEnd(), after.join('\n')]);
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
