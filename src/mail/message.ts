import PostalMime, { addressParser, decodeWords, type Email } from 'postal-mime';
import { InputError } from '../errors.ts';
import type { Mailbox } from './addresses.ts';
import { messageIds, type ThreadHeaders } from './message-id.ts';

/** A mail, as far as a reply needs it. Names, subject and text may hold anything: somebody else wrote them. */
export interface Message extends ThreadHeaders {
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly followUpTo: readonly Mailbox[];
  readonly subject: string;
  /** The header's words, without comments. */
  readonly date: string | undefined;
  readonly text: string;
}

/** Bytes of a message; the lists take a tenth of that. */
export const MOST_MESSAGE_BYTES = 10_000_000;

const LIMIT = Object.freeze({
  /** Characters of a header; to read more addresses takes seconds, and no server passes such a header on. */
  header: 50_000,
  /** Characters of a subject or a name, which a line of a mail has to hold (RFC 5322 2.1.1). */
  line: 800,
});

/**
 * Reads one message (RFC 5322, MIME), with or without the `From ` line of an mbox.
 *
 * @throws InputError when it is none, or several, or has no plain text.
 */
export async function parseMessage(bytes: Uint8Array): Promise<Message> {
  const email = await parsed(oneMessage(bytes));
  refuseUnanswerable(email);
  const header = headerReader(email);
  return {
    from: mailboxes(header('from') || header('sender')),
    replyTo: mailboxes(header('reply-to')),
    to: mailboxes(header('to')),
    cc: mailboxes(header('cc')),
    followUpTo: mailboxes(header('mail-followup-to')),
    subject: decodeWords(header('subject')).replace(/\s+/g, ' ').trim().slice(0, LIMIT.line),
    date:
      header('date')
        .replace(/\s*\([^()]*\)/g, '')
        .replace(/\s+/g, ' ')
        .trim() || undefined,
    messageId: messageIds(header('message-id'))[0],
    inReplyTo: messageIds(header('in-reply-to')),
    references: messageIds(header('references')),
    text: email.text ?? '',
  };
}

/** The message with each byte as a character, without the line that an mbox has before it. */
function oneMessage(bytes: Uint8Array): string {
  if (bytes.length > MOST_MESSAGE_BYTES) {
    throw new InputError('this message is over 10 MB; answer it by hand, with: rustpolicy mail <question>');
  }
  const whole = Buffer.from(bytes).toString('latin1').replace(/^\s*/, '');
  const raw = whole.replace(MBOX_LINE, '');
  if (raw !== whole && /\n\r?\nFrom \S+ [^\n]*\d{4}\r?\n[\w-]+: /.test(raw)) {
    throw new InputError('this mbox holds several messages; give the one that you answer');
  }
  return raw;
}

function refuseUnanswerable(email: Email): void {
  const long = email.headers.find(({ value }) => value.length > LIMIT.header);
  if (long !== undefined) {
    throw new InputError(
      `this message's ${long.key} is over 50,000 characters; answer it by hand, with: rustpolicy mail <question>`,
    );
  }
  const header = headerReader(email);
  if (header('from') + header('message-id') + header('subject') === '') {
    throw new InputError(
      'this is no mail message: it has neither From nor Subject; give one with its headers',
    );
  }
  if (email.text === undefined && email.html !== undefined) {
    throw new InputError(
      'this message is HTML alone, which the lists do not take; answer one with plain text',
    );
  }
}

/** The line before each message of an mbox, which some programs quote. */
const MBOX_LINE = /^>?From [^\n]*\n/;

async function parsed(raw: string): Promise<Email> {
  try {
    return await PostalMime.parse(Buffer.from(unflowed(raw), 'latin1'));
  } catch (error) {
    // The parser refuses deep nesting and size, and has no error class for that.
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`cannot read this message: ${why}; answer it by hand`);
  }
}

/**
 * The message with `format=flowed` (RFC 3676) changed to `fixed` in the headers of its parts. The parser would join the
 * lines of quotes, with their marks inside; a reply quotes the lines as they were sent.
 */
function unflowed(raw: string): string {
  let isHeader = true;
  return raw
    .split('\n')
    .map((line) => {
      if (/^\r?$/.test(line)) isHeader = false;
      else if (line.startsWith('--')) isHeader = true;
      return isHeader ? line.replace(/format="?flowed"?/i, 'format=fixed') : line;
    })
    .join('\n');
}

/** Gives a header's value, not decoded, by its name in lower case; the values of repeated headers are joined. */
function headerReader({ headers }: Email): (name: string) => string {
  return (name) =>
    headers
      .filter(({ key }) => key === name)
      .map(({ value }) => value)
      .join(', ');
}

function mailboxes(value: string): Mailbox[] {
  return addressParser(value, { flatten: true }).flatMap((entry) =>
    entry.group === undefined ? [{ name: entry.name.slice(0, LIMIT.line), address: entry.address }] : [],
  );
}
