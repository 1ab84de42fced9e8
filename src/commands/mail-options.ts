import type { Options } from '../command-line/read.ts';
import { InputError } from '../errors.ts';

/**
 * What was typed asks for one mail, and for standard input, which can be read once, not twice.
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
