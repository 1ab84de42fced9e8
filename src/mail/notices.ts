import { changesInAscii, isAscii, written } from '../render/ascii.ts';
import { shownMailbox, writtenName } from './addresses.ts';
import type { Quotation, Wishes } from './draft.ts';
import { isPlainAscii, type MailDraft } from './headers.ts';
import type { Original } from './original.ts';

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
  if (wishes.characters !== 'ascii') {
    return isPlainAscii(draft)
      ? []
      : ['the draft is not plain ASCII: s-nail and mail encode it again, and so may list servers'];
  }
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
