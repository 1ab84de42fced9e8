import { parseMessage } from '../../src/mail/message.ts';

/** Reads a message that is given in lines. */
export const parse = (...lines: (string | Buffer)[]) =>
  parseMessage(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));

export const FROM = 'From: A B <a@b.org>';
