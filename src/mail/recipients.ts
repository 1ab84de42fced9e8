import { type Characters, isAscii } from '../render/ascii.ts';
import { type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import type { Message } from './message.ts';

/** The people who get a reply, and those of the message who do not. */
export interface Recipients {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Mail cannot be sent there, or Mail-Followup-To leaves them out. */
  readonly leftOut: readonly Mailbox[];
  /** The addresses of the person who answers. */
  readonly own: readonly Mailbox[];
}

/** The people whom a message names. */
type People = Pick<Message, 'from' | 'replyTo' | 'to' | 'cc' | 'followUpTo' | 'lists'>;

/**
 * Everybody whom a message was from, to and copied to, but the person who answers. Mail-Followup-To replaces all of them,
 * and a person's Reply-To replaces From; headers without an address that mail can be sent to replace nobody.
 *
 * @param ownAddress of the person who answers, if known; stays where nobody else is left.
 */
export function recipientsOf(message: People, ownAddress?: string): Recipients {
  const { from, to, cc, followUpTo } = message;
  const replyTo = withNamesOf(from, personsReplyTo(message));
  // A list's Reply-To gets a copy, where To and Cc lack it.
  const others = [...to, ...cc, ...withoutRepeats(message.replyTo, replyTo)].filter(canGet);
  const author = replyTo.length > 0 ? replyTo : from.filter(canGet);
  const followUp = followUpTo.filter(canGet);
  const all =
    followUp.length > 0
      ? { to: followUp, cc: [] }
      : { to: author.length > 0 ? author : to.filter(canGet), cc: others };
  const isOwn = ({ address }: Mailbox) => address.toLowerCase() === ownAddress?.toLowerCase();
  const isAlone = [...all.to, ...all.cc].every(isOwn);
  const [kept, own] = isAlone ? [all, []] : [withoutOwn(all, isOwn), [...all.to, ...all.cc].filter(isOwn)];
  const everybody = [...from, ...message.replyTo, ...to, ...cc, ...followUpTo];
  // With a Reply-To of their own, authors get the answer there: they are not left out.
  const moved = replyTo.length > 0 ? from.filter(canGet) : [];
  return {
    to: withoutRepeats(kept.to),
    cc: withoutRepeats(kept.cc, kept.to),
    leftOut: withoutRepeats(withoutRepeats(everybody), [...all.to, ...all.cc, ...moved]),
    own: withoutRepeats(own),
  };
}

type Wanted = Pick<Recipients, 'to' | 'cc'>;

/** Without one's own address; where all of To is one's own, the rest is To. */
function withoutOwn({ to, cc }: Wanted, isOwn: (mailbox: Mailbox) => boolean): Wanted {
  const others = to.filter((mailbox) => !isOwn(mailbox));
  const copied = cc.filter((mailbox) => !isOwn(mailbox));
  return others.length > 0 ? { to: others, cc: copied } : { to: copied, cc: [] };
}

/**
 * The addresses of Reply-To that are the author's own. A list's is not, as the author would be lost: it is named as the
 * list's, or, of a message that names no list, stands in To or Cc too, unless From is that of a relay or a list that
 * rewrote it ("A U Thor via B4 Relay"), or the same person's.
 */
function personsReplyTo({ from, replyTo, to, cc, lists }: People): Mailbox[] {
  const copied = new Map([...to, ...cc].map(({ name, address }) => [address.toLowerCase(), name]));
  const authors = from.map(({ name }) => name).filter((name) => name !== '');
  const isList = ({ address }: Mailbox) =>
    lists.includes(address.toLowerCase()) || lists.includes(address.toLowerCase().replace('@', '.'));
  const isPerson = ({ name, address }: Mailbox) => {
    const knownAs = copied.get(address.toLowerCase());
    return knownAs === undefined || authors.some((author) => author === name || author === knownAs);
  };
  const isRewritten = from.some(
    (mailbox) => /\svia\s/i.test(mailbox.name) || /^devnull[+@]/i.test(mailbox.address) || isList(mailbox),
  );
  const others = replyTo.filter((mailbox) => canGet(mailbox) && !isList(mailbox));
  return isRewritten || lists.length > 0 || others.some(isPerson) ? others : [];
}

/** Mailboxes with the names that others have for the same addresses, where they have none. */
function withNamesOf(others: readonly Mailbox[], mailboxes: readonly Mailbox[]): Mailbox[] {
  const names = new Map(others.map(({ name, address }) => [address.toLowerCase(), name]));
  return mailboxes.map(({ name, address }) => ({
    name: name || (names.get(address.toLowerCase()) ?? ''),
    address,
  }));
}

function canGet({ address }: Mailbox): boolean {
  return address !== '';
}

const LIMIT = Object.freeze({
  /** People that are named, and characters of each: more are a broken header. */
  people: 20,
  person: 300,
});

/** Lines that tell whose names are changed, and who of the message does not get the reply. */
export function recipientNotices({ to, cc, leftOut, own }: Recipients, characters: Characters): string[] {
  const shown = ({ name, address }: Mailbox) =>
    [name, address === '' ? '' : `<${address}>`].filter(Boolean).join(' ').slice(0, LIMIT.person);
  const named = leftOut.slice(0, LIMIT.people);
  const more = leftOut.length - named.length;
  return [
    ...renamed([...to, ...cc], characters),
    ...named.map((mailbox) => `left out of To and Cc: ${shown(mailbox)}`),
    ...(more > 0 ? [`left out of To and Cc: ${more} more`] : []),
    ...own.map((mailbox) => `left out of To and Cc, as it is your own address: ${shown(mailbox)}`),
  ];
}

function renamed(mailboxes: readonly Mailbox[], characters: Characters): string[] {
  const names = mailboxes
    .filter(({ name }) => characters === 'ascii' && !isAscii(name))
    .map(({ name }) => `${name} as ${writtenName(name, characters) || 'a bare address'}`);
  return names.length === 0 ? [] : [`names in ASCII: ${names.join(', ')}`];
}
