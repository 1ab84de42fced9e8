import { type Characters, isAscii } from '../render/ascii.ts';
import { isAddress, type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import type { Message } from './message.ts';

/** The people who get a reply; `leftOut` are those of the message who do not, as mail cannot or should not be sent there. */
export interface Recipients {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly leftOut: readonly Mailbox[];
}

/** The people whom a message names. */
type People = Pick<Message, 'from' | 'replyTo' | 'to' | 'cc' | 'followUpTo'>;

/**
 * Everybody whom a message was from, to and copied to. Mail-Followup-To replaces all of them, and Reply-To replaces From,
 * unless it names only a list that had the message anyway: the author would be lost.
 */
export function recipientsOf({ from, replyTo, to, cc, followUpTo }: People): Recipients {
  const others = [...to, ...cc];
  const isListReply = replyTo.length > 0 && withoutRepeats(replyTo, others).length === 0;
  const author = replyTo.length === 0 || isListReply ? from : replyTo;
  const wanted =
    followUpTo.length > 0 ? { to: followUpTo, cc: [] } : { to: author.length > 0 ? author : to, cc: others };
  const everybody = withoutRepeats([...from, ...replyTo, ...others, ...followUpTo]);
  const kept = {
    to: withoutRepeats(wanted.to.filter(canGet)),
    cc: withoutRepeats(wanted.cc.filter(canGet), wanted.to),
  };
  // With a Reply-To of their own, authors get the answer there: they are not left out.
  const moved = isListReply || replyTo.length === 0 ? [] : from;
  return { ...kept, leftOut: withoutRepeats(everybody, [...kept.to, ...kept.cc, ...moved]) };
}

function canGet({ address }: Mailbox): boolean {
  return isAddress(address);
}

/** Lines that tell whose names are changed, and who of the message does not get the reply. */
export function recipientNotices({ to, cc, leftOut }: Recipients, characters: Characters): string[] {
  return [
    ...renamed([...to, ...cc], characters),
    ...leftOut.map(
      ({ name, address }) =>
        `left out of To and Cc: ${[name, address === '' ? '' : `<${address}>`].filter(Boolean).join(' ')}`,
    ),
  ];
}

function renamed(mailboxes: readonly Mailbox[], characters: Characters): string[] {
  const names = withoutRepeats(mailboxes)
    .map(({ name }) => ({ name, kept: writtenName(name, characters) }))
    .filter(({ name, kept }) => characters === 'ascii' && !isAscii(name) && kept !== name)
    .map(({ name, kept }) => `${name} as ${kept === '' ? 'a bare address' : kept}`);
  return names.length === 0 ? [] : [`names in ASCII: ${names.join(', ')}; --utf8 keeps them`];
}
