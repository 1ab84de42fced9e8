import { type Mailbox, withoutRepeats } from './addresses.ts';
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
export function recipientsOf(message: People, ownAddress = ''): Recipients {
  const { from, replyTo, to, cc, followUpTo } = message;
  const author = personsReplyTo(message);
  const addressees = [followUpTo, author, from, to].map((mailboxes) => mailboxes.filter(canGet));
  const first = addressees.find(({ length }) => length > 0) ?? [];
  // A list's Reply-To gets a copy, where To and Cc lack it.
  const copied =
    first === addressees[0] ? [] : [...to, ...cc, ...withoutRepeats(replyTo, author)].filter(canGet);
  const everybody = [...first, ...copied];
  const isOwn = ({ address }: Mailbox) => address.toLowerCase() === ownAddress.toLowerCase();
  const own = everybody.every(isOwn) ? [] : everybody.filter(isOwn);
  const [answered = [], others = []] = [first, copied].map((mailboxes) => withoutRepeats(mailboxes, own));
  // With a Reply-To of their own, authors get the answer there: they are not left out.
  const moved = author.length > 0 ? from.filter(canGet) : [];
  return {
    to: answered.length > 0 ? answered : others,
    cc: answered.length > 0 ? withoutRepeats(others, answered) : [],
    leftOut: withoutRepeats([...from, ...replyTo, ...to, ...cc, ...followUpTo], [...everybody, ...moved]),
    own: withoutRepeats(own),
  };
}

/**
 * The addresses of Reply-To that are the author's own. A list's is not, as the author would be lost: it is named as the
 * list's, or, of a message that names no list, stands in To or Cc too, unless From is that of a relay or a list that
 * rewrote it ("A U Thor via B4 Relay"), or the same person's.
 */
function personsReplyTo({ from, replyTo, to, cc, lists }: People): Mailbox[] {
  const copied = namesOf([...to, ...cc]);
  const isList = ({ address }: Mailbox) =>
    lists.includes(address.toLowerCase()) || lists.includes(address.toLowerCase().replace('@', '.'));
  const isPerson = ({ name, address }: Mailbox) => {
    const knownAs = copied.get(address.toLowerCase());
    if (knownAs === undefined) return true;
    return from.some((author) => author.name !== '' && [name, knownAs].includes(author.name));
  };
  const isRewritten = from.some(
    (mailbox) => /\svia\s/i.test(mailbox.name) || /^devnull[+@]/i.test(mailbox.address) || isList(mailbox),
  );
  const others = replyTo.filter((mailbox) => canGet(mailbox) && !isList(mailbox));
  if (!isRewritten && lists.length === 0 && !others.some(isPerson)) return [];
  // With the names that From has for the same addresses, where they have none.
  const names = namesOf(from);
  const nameOf = ({ name, address }: Mailbox) => name || (names.get(address.toLowerCase()) ?? '');
  return others.map((mailbox) => ({ ...mailbox, name: nameOf(mailbox) }));
}

/** Names by address. */
function namesOf(mailboxes: readonly Mailbox[]): ReadonlyMap<string, string> {
  return new Map(mailboxes.map(({ name, address }) => [address.toLowerCase(), name]));
}

function canGet({ address }: Mailbox): boolean {
  return address !== '';
}
