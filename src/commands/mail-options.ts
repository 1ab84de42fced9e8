import type { Options } from '../command-line/read.ts';
import { InputError } from '../errors.ts';
import { mailboxesFrom } from '../mail/address-list.ts';
import { headerValue } from '../mail/addresses.ts';
import type { Wishes } from '../mail/draft.ts';
import { messageIdFrom } from '../mail/message-id.ts';
import { type Characters, kept } from '../render/ascii.ts';

/**
 * What was typed asks for one mail, and for standard input, which can be read once.
 *
 * @throws InputError when it does not.
 */
export function refuseContradictions(words: readonly string[], options: Options<'mail'>): void {
  const { topic, reply, subject, inReplyTo, ascii, utf8 } = options;
  const isRead = words.length === 1 && words[0] === '-';
  const refusals: readonly (readonly [isWrong: boolean | undefined, message: string])[] = [
    [
      isRead && (reply === true || reply === '-'),
      'the question and the message cannot both be standard input; save the message',
    ],
    [words.length > 0 && topic !== undefined, 'a question and --topic are two answers; give one of them'],
    [ascii && utf8, '--ascii and --utf8 are two alphabets; give one of them'],
    [
      subject?.trim() === '',
      '--subject is empty, and git send-email takes no draft without one; leave it out',
    ],
    [
      reply !== undefined && inReplyTo !== undefined,
      '--reply takes the Message-ID from the message; leave --in-reply-to out',
    ],
  ];
  const refusal = refusals.find(([isWrong]) => isWrong);
  if (refusal !== undefined) throw new InputError(refusal[1]);
}

/** The characters that a mail is to be written in. */
export function charactersOf({ ascii, utf8 }: Options<'mail'>): Characters {
  if (ascii) return 'ascii';
  return utf8 ? 'utf8' : 'letters';
}

/** The headers that were typed. */
export function wishesOf(options: Options<'mail'>): Wishes {
  const { to, cc, subject, inReplyTo, brief } = options;
  const characters = charactersOf(options);
  const id = inReplyTo === undefined ? undefined : messageIdFrom(inReplyTo);
  return {
    to: to.flatMap((typed) => mailboxesFrom('--to', typed, characters)),
    cc: cc.flatMap((typed) => mailboxesFrom('--cc', typed, characters)),
    subject: subject === undefined ? undefined : kept(headerValue('--subject', subject), characters),
    thread: id === undefined ? undefined : { inReplyTo: id, references: [id] },
    isBrief: brief === true,
  };
}
