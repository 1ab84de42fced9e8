import { LEFT_OUT } from '../policy/passages.ts';
import type { LexedSection, Page, Section } from '../policy/policy.ts';
import { type Characters, changesInAscii, kept, written } from '../render/ascii.ts';
import { type MailView, renderMail } from '../render/mail-body.ts';
import { paragraph, quoted } from '../render/mail-lines.ts';
import { blocksText } from '../render/text.ts';
import { type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import { type Headers, headerLines, isPlainAscii } from './headers.ts';
import type { Message } from './message.ts';
import { type Thread, threadOf } from './message-id.ts';
import type { Original, Sentence } from './original.ts';

/** A mail that is not sent yet. */
export interface MailDraft {
  readonly headers: Headers;
  /** Ends in a newline. */
  readonly body: string;
}

/** The headers that a person asks for; those that are undefined are taken from the section or the original. */
export interface Wishes {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string | undefined;
  readonly thread: Thread | undefined;
  /** Of the original only the paragraph that asks is quoted. */
  readonly isBrief: boolean;
}

/** A section to quote, or an excerpt of it; for a reply the message, and the sentence that asks where one is known to. */
export interface Quotation {
  readonly page: Page;
  readonly section: LexedSection;
  readonly original: Original | undefined;
  readonly question: Sentence | undefined;
}

/** A mail that quotes a section: of its own, or a reply to everybody, below the paragraph that asks for it. */
export function newDraft(quotation: Quotation, wishes: Wishes, view: MailView): MailDraft {
  const { page, section, original, question } = quotation;
  const { width, characters } = view;
  const named = (mailboxes: readonly Mailbox[] = []) =>
    mailboxes.map(({ name, address }) => ({ name: writtenName(name, characters), address }));
  const to = withoutRepeats([...named(original?.recipients.to), ...wishes.to]);
  const cc = withoutRepeats([...named(original?.recipients.cc), ...wishes.cc], to);
  const answer = renderMail(page, section, view);
  if (original === undefined) {
    const { subject = written(section.heading, characters), thread } = wishes;
    return { headers: { to, cc, subject, thread }, body: answer };
  }
  const { message, lines } = original;
  const { subject = kept(replySubject(message.subject), characters) } = wishes;
  const reply: ReplyBody = {
    attribution: kept(attributionOf(message, characters), characters),
    original: lines.map((line) => kept(line, characters)),
    question,
    answer,
  };
  return {
    headers: { to, cc, subject, thread: threadOf(message) },
    body: replyBody(wishes.isBrief ? trimmed(reply) : reply, width),
  };
}

/** A draft as text: headers, a blank line, the body. */
export function draftText({ headers, body }: MailDraft): string {
  return `${headerLines(headers, body)}\n${body}`;
}

/** The texts that a draft is made of. */
export interface NoticeSource {
  readonly section: Section;
  readonly original: Original | undefined;
  /** Names, addresses and a subject, as a person gave them. */
  readonly typed: string;
}

const NOTICE = Object.freeze({
  /** Characters that one line names. */
  characters: 20,
});

/** Lines that tell what ASCII changed in a draft, or what some programs make of one that is not plain ASCII. */
export function characterNotices(
  { headers, body }: MailDraft,
  characters: Characters,
  { section, original, typed }: NoticeSource,
): string[] {
  if (characters !== 'ascii') {
    return isPlainAscii(headers, body)
      ? []
      : ['the draft is not plain ASCII: s-nail and mail encode it again, and so may list servers'];
  }
  const changes = [
    ['the message', [original?.message.subject ?? '', ...(original?.lines ?? [])].join('\n')],
    // Dashes and quotes are folded always, letters only here.
    ['the policy', written(`${section.heading}\n${section.body}`, 'letters')],
    ['what you gave', typed],
  ] as const;
  return changes.flatMap(([whose, text]) => {
    const all = changesInAscii(text);
    const more = all.length - NOTICE.characters;
    const shown = all.slice(0, NOTICE.characters).join(', ');
    return all.length === 0 ? [] : `in ASCII, of ${whose}: ${shown}${more > 0 ? `, and ${more} more` : ''}`;
  });
}

/** The parts of a reply's body. */
export interface ReplyBody {
  /** "On DATE, NAME wrote:", in one line. */
  readonly attribution: string;
  /** The original's lines, without quote marks. */
  readonly original: readonly string[];
  /** The lines that the answer stands below; undefined where it stands below all of them. */
  readonly question: Pick<Sentence, 'start' | 'end'> | undefined;
  /** A part of a body, ending in a newline. */
  readonly answer: string;
}

/** What mail programs of many countries put before the subject of a reply; a forward's `Fwd:`, `WG:`, `TR:` is the subject's. */
const REPLY_PREFIX =
  /^(?:(?:re|r|res|aw|antw|antwort|sv|vs|odp|\u7b54\u590d|\u7b54\u8986|\u56de\u590d|\u56de\u8986)(?:\[\d+\]|\(\d+\)|\^\d+)? ?[:\uff1a] ?)+/iu;

/** A subject with one `Re: ` before it, in place of those that mail programs had put there. */
export function replySubject(subject: string): string {
  return `Re: ${subject.replace(REPLY_PREFIX, '')}`.trim();
}

/** A line that says who wrote the original, and when; the address where there is no name, or none in ASCII. */
export function attributionOf(
  { from, date }: Pick<Message, 'from' | 'date'>,
  characters: Characters,
): string {
  const names = from
    .map(({ name, address }) => writtenName(name, characters) || address)
    .filter((name) => name !== '');
  const who = names.length === 0 ? 'somebody' : names.join(' and ');
  return date === undefined ? `${who} wrote:` : `On ${date}, ${who} wrote:`;
}

/** The original quoted, and the answer below the paragraph that asks; ends in a newline. */
export function replyBody({ attribution, original, question, answer }: ReplyBody, width: number): string {
  const end = question?.end ?? original.length;
  const rest = original.slice(end);
  const start = rest.findIndex((line) => line !== '');
  const before = [...paragraph(attribution, width), ...quoted(original.slice(0, end))];
  const after = quoted(rest.slice(Math.max(0, start)));
  // Without footnotes between them, two quotes would seem to be one person's.
  const isQuoteLast = /\n>.*\s*$/.test(answer) && after.length > 0;
  const leadIn = isQuoteLast ? ['The message goes on:'] : [];
  return blocksText([before, answer.trimEnd(), [...leadIn, ...after]]);
}

/** The reply with nothing of the original but the paragraph that asks; with all of it where none does. */
export function trimmed(reply: ReplyBody): ReplyBody {
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
