import { isAscii } from '../render/ascii.ts';
import type { Characters } from '../render/characters.ts';
import { type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import type { Draft } from './draft.ts';
import type { Message } from './message.ts';
import { recipientsOf } from './recipients.ts';

/** A line for a draft that is not ASCII in spite of all. */
export function utf8Notice({ headers, body }: Draft): string[] {
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
