import { LEFT_OUT } from '../policy/passages.ts';
import type { LexedSection, Page } from '../policy/policy.ts';
import { type Characters, changesInAscii, isAscii, kept, written } from '../render/ascii.ts';
import { type MailView, renderMail } from '../render/mail-body.ts';
import { paragraph, quoted } from '../render/mail-lines.ts';
import { blocksText } from '../render/text.ts';
import { type Mailbox, shownMailbox, withoutRepeats, writtenName } from './addresses.ts';
import { isPlainAscii, type MailDraft } from './headers.ts';
import type { Message } from './message.ts';
import type { Original, Sentence } from './original.ts';

/** The wishes of who writes a mail; a subject that is undefined is taken from the section or the original. */
export interface Wishes extends Pick<MailDraft, 'to' | 'cc' | 'references'>, MailView {
  readonly subject: string | undefined;
  /** Of the original only the paragraph that asks is quoted. */
  readonly isBrief: boolean;
}

/** A section to quote, or an excerpt of it; for a reply the message, and the sentence that asks where one is known to. */
export interface Quotation {
  readonly page: Page;
  readonly section: LexedSection;
  readonly original: Original | undefined;
  readonly sentence?: Sentence;
}

/** A mail that quotes a section: of its own, or a reply to everybody, below the paragraph that asks for it. */
export function newDraft({ page, section, original, sentence }: Quotation, wishes: Wishes): MailDraft {
  const { characters } = wishes;
  const { message, recipients } = original ?? {};
  const named = ({ name, address }: Mailbox) => ({ name: writtenName(name, characters), address });
  const to = withoutRepeats([...(recipients?.to ?? []), ...wishes.to]).map(named);
  const cc = withoutRepeats([...(recipients?.cc ?? []), ...wishes.cc], to).map(named);
  const subject = message ? replySubject(message.subject) : written(section.heading, characters);
  const answer = renderMail(page, section, wishes);
  return {
    to,
    cc,
    subject: kept(wishes.subject ?? subject, characters),
    references: message?.references ?? wishes.references,
    body: original ? replyBody(original, sentence, { answer, ...wishes }) : answer,
  };
}

/** The prefixes that mail programs of many countries put before the subject of a reply; a forward's `Fwd:`, `WG:`, `TR:` is the subject's. */
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
  const names = from.map(({ name, address }) => writtenName(name, characters) || address).filter(Boolean);
  const who = names.join(' and ') || 'somebody';
  return date === undefined ? `${who} wrote:` : `On ${kept(date, characters)}, ${who} wrote:`;
}

/** The original quoted, and the answer below the paragraph that asks, or below all of it; ends in a newline. */
export function replyBody(
  { message, lines }: Original,
  { start, end } = { start: 0, end: lines.length },
  { answer, isBrief, width, characters }: Wishes & { answer: string },
): string {
  const above = isBrief ? cutOut(lines, start, end) : lines.slice(0, end);
  const rest = isBrief ? [] : lines.slice(end);
  const quote = (part: readonly string[]) => quoted(part.map((line) => kept(line, characters)));
  // The message's last line is none that is blank.
  const after = quote(rest.slice(rest.findIndex((line) => line !== '')));
  // Without footnotes between them, two quotes would seem to be one person's.
  const leadIn = /\n>.*\s*$/.test(answer) && after.length > 0 ? ['The message goes on:'] : [];
  const attribution = paragraph(attributionOf(message, characters), width);
  return blocksText([[...attribution, ...quote(above)], answer.trimEnd(), [...leadIn, ...after]]);
}

/** Some of the lines, with marks in place of those above and below. */
function cutOut(lines: readonly string[], start: number, end: number): string[] {
  const above = start > 0 ? [LEFT_OUT, ''] : [];
  const below = end < lines.length ? ['', LEFT_OUT] : [];
  return [...above, ...lines.slice(start, end), ...below];
}

/** So many people are named as left out: more are a broken header. */
const MOST_NAMED = 20;

/** Lines that tell what a draft lacks or has otherwise than the message, and what mail programs may make of it. */
export function draftNotices(draft: MailDraft, quotation: Quotation, wishes: Wishes): string[] {
  const { original } = quotation;
  return [
    ...(original?.message.notes ?? []),
    ...characterNotices(draft, quotation, wishes),
    ...(original === undefined ? [] : replyNotices(original, wishes)),
  ];
}

/** The changes that ASCII made to a draft, or a warning of one that is not plain ASCII. */
function characterNotices(draft: MailDraft, { section, original }: Quotation, wishes: Wishes): string[] {
  if (wishes.characters !== 'ascii' && isPlainAscii(draft)) return [];
  if (wishes.characters !== 'ascii')
    return ['the draft is not plain ASCII: s-nail and mail encode it again, and so may list servers'];
  const { message, lines = [] } = original ?? {};
  const typed = [...wishes.to, ...wishes.cc].map(({ name }) => name);
  const changes = [
    ['the message', [message?.subject, ...lines]],
    // Dashes and quotes are folded always, letters only here.
    ['the policy', [written(`${section.heading}\n${section.body}`, 'letters')]],
    ['what you gave', [...typed, wishes.subject]],
  ] as const;
  return changes.flatMap(([whose, texts]) => {
    const all = changesInAscii(texts.join('\n'));
    return all.length === 0 ? [] : `in ASCII, of ${whose}: ${all.join(', ')}`;
  });
}

/** Whose names are changed, who of the message does not get the reply, and that it is in no thread. */
function replyNotices({ message, recipients }: Original, { characters }: Wishes): string[] {
  const { to, cc, leftOut, own } = recipients;
  const renamed = [...to, ...cc]
    .filter(({ name }) => characters === 'ascii' && !isAscii(name))
    .map(({ name }) => `${name} as ${writtenName(name, characters) || 'a bare address'}`);
  const more = leftOut.length - MOST_NAMED;
  return [
    ...(renamed.length > 0 ? [`names in ASCII: ${renamed.join(', ')}`] : []),
    ...leftOut.slice(0, MOST_NAMED).map((mailbox) => `left out of To and Cc: ${shownMailbox(mailbox)}`),
    ...(more > 0 ? [`left out of To and Cc: ${more} more`] : []),
    ...own.map((mailbox) => `left out of To and Cc, as it is your own address: ${shownMailbox(mailbox)}`),
    ...(message.references.length > 0 ? [] : ['the message has no Message-ID, so the reply starts a thread']),
  ];
}
