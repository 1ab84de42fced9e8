import { InputError } from '../errors.ts';

/** The options of `mail` as they were typed. */
export interface MailOptions {
  readonly topic?: string;
  /** A file, `-`, or true for standard input. */
  readonly reply?: string | true;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject?: string;
  readonly inReplyTo?: string;
  readonly brief?: true;
  readonly ascii?: true;
  readonly utf8?: true;
  readonly output?: string;
  readonly force?: true;
  readonly width?: number;
  readonly data?: string;
}

/**
 * Standard input can be read once.
 *
 * @throws InputError when both the question and the message are to come from it.
 */
export function ensureOneReader(words: readonly string[], { reply }: MailOptions): void {
  const isMessage = reply === true || reply === '-';
  if (isMessage && words.length === 1 && words[0] === '-') {
    throw new InputError('the question and the message cannot both be standard input; save the message');
  }
}

/**
 * What was typed asks for one mail.
 *
 * @throws InputError when it asks for two, or for none.
 */
export function refuseContradictions(
  question: string,
  { topic, reply, subject, inReplyTo, ascii, utf8 }: MailOptions,
): void {
  if (question !== '' && topic !== undefined) {
    throw new InputError('a question and --topic are two answers; give one of them');
  }
  if (question === '' && topic === undefined && reply === undefined) {
    throw new InputError('nothing to answer; give a question, --topic NAME, or --reply FILE');
  }
  if (ascii && utf8) throw new InputError('--ascii and --utf8 are two alphabets; give one of them');
  if (subject?.trim() === '') {
    throw new InputError('--subject is empty, and git send-email takes no draft without one; leave it out');
  }
  if (reply !== undefined && inReplyTo !== undefined) {
    throw new InputError('--reply takes the Message-ID from the message; leave --in-reply-to out');
  }
}
