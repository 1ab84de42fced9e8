import type { Options } from '../command-line/read.ts';
import { InputError } from '../errors.ts';
import { headerValue, mailboxesFrom } from '../mail/addresses.ts';
import type { Wishes } from '../mail/draft.ts';
import { messageIdFrom } from '../mail/message-id.ts';
import { typed } from '../render/notice.ts';
import { mailWidth } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';

/**
 * What was typed asks for one mail, in words and not by a file's name, and for standard input, which can be read once.
 *
 * @throws InputError when it does not.
 */
export function refuseContradictions(words: readonly string[], options: Options<'mail'>, io: Io): void {
  const { topic, reply, subject, inReplyTo, ascii, utf8, data } = options;
  const [word = '', ...more] = words;
  const isRead = words.length === 1 && word === '-';
  const isFile = more.length === 0 && (/\.(?:eml|mbox)$/i.test(word) || io.isFile(word));
  const replying = typed(['mail', '--reply', word], data);
  const refusals = [
    isRead &&
      (reply === true || reply === '-') &&
      'the question and the message cannot both be standard input; save the message',
    words.length > 0 && topic !== undefined && 'a question and --topic are two answers; give one of them',
    isFile && `"${word}" is a file's name, not a question; to answer the message in it: ${replying}`,
    ascii && utf8 && '--ascii and --utf8 are two alphabets; give one of them',
    subject?.trim() === '' &&
      '--subject is empty, and git send-email takes no draft without one; leave it out',
    reply !== undefined &&
      inReplyTo !== undefined &&
      '--reply takes the Message-ID from the message; leave --in-reply-to out',
  ];
  const refusal = refusals.find((each) => typeof each === 'string');
  if (refusal !== undefined) throw new InputError(refusal);
}

/** What was typed asks for in a draft. */
export function wishesOf(options: Options<'mail'>): Wishes {
  const { to, cc, subject, inReplyTo, brief, ascii, utf8, width } = options;
  const unfolded = utf8 ? 'utf8' : 'letters';
  return {
    to: to.flatMap((typed) => mailboxesFrom('--to', typed)),
    cc: cc.flatMap((typed) => mailboxesFrom('--cc', typed)),
    subject: subject === undefined ? undefined : headerValue('--subject', subject),
    references: inReplyTo === undefined ? [] : [messageIdFrom(inReplyTo)],
    isBrief: brief === true,
    characters: ascii ? 'ascii' : unfolded,
    width: mailWidth(width),
  };
}
