import { type Characters, isAscii } from '../render/ascii.ts';
import { isAddress, type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import type { Headers } from './headers.ts';
import type { Message } from './message.ts';

/** Who gets a reply; `leftOut` are those of the message who do not, whose addresses are none or not wanted. */
export interface Recipients {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly leftOut: readonly Mailbox[];
}

/**
 * Everybody whom a message was from, to and copied to. Mail-Followup-To says instead of all that where answers go;
 * Reply-To instead of From, unless it is a list's that had the message anyway: then its author would be lost.
 */
export function recipientsOf(message: Message): Recipients {
  const { from, replyTo, to, cc, followUpTo } = message;
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
  // Who asks for answers at another address of theirs gets them there.
  const moved = isListReply || replyTo.length === 0 ? [] : from;
  return { ...kept, leftOut: withoutRepeats(everybody, [...kept.to, ...kept.cc, ...moved]) };
}

function canGet({ address }: Mailbox): boolean {
  return isAddress(address);
}

/** A line for a draft that is not ASCII in spite of all. */
export function utf8Notice(headers: Headers, body: string): string[] {
  const names = [...headers.to, ...headers.cc].map(({ name }) => name);
  return isAscii([headers.subject, body, ...names].join(''))
    ? []
    : ['the draft is not plain ASCII: s-nail and mail encode it again, and so may list servers'];
}

/** What a reply does not take from the message that it answers as it stands there. */
export function replyNotices(message: Message, characters: Characters): string[] {
  const { to, cc, leftOut } = recipientsOf(message);
  return [
    ...renamed([...to, ...cc], characters),
    ...leftOut.map(
      ({ name, address }) =>
        `left out of To and Cc: ${[name, address === '' ? '' : `<${address}>`].filter(Boolean).join(' ')}`,
    ),
    ...(message.messageId === undefined
      ? ['the message has no Message-ID, so the reply starts a thread']
      : []),
  ];
}

function renamed(mailboxes: readonly Mailbox[], characters: Characters): string[] {
  const names = withoutRepeats(mailboxes)
    .map(({ name }) => ({ name, kept: writtenName(name, characters) }))
    .filter(({ name, kept }) => characters === 'ascii' && !isAscii(name) && kept !== name)
    .map(({ name, kept }) => `${name} as ${kept === '' ? 'a bare address' : kept}`);
  return names.length === 0 ? [] : [`names in ASCII: ${names.join(', ')}; --utf8 keeps them`];
}
