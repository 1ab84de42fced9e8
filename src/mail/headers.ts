import { encodeWord, encodeWords, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import { isAscii } from '../render/ascii.ts';
import type { Mailbox } from './addresses.ts';

const FOLD = Object.freeze({
  /** Columns; RFC 5322 2.1.1 asks for 78 at most. */
  line: 76,
  /** Octets of one encoded word (RFC 2047 2 allows 75), so that the longest header name fits beside it. */
  encodedWord: 52,
});

/** A mail that is not sent yet. Its headers hold no control characters. */
export interface MailDraft {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** Message-IDs, oldest first; the last is that of the message that is answered. */
  readonly references: readonly string[];
  /** Ends in a newline. */
  readonly body: string;
}

/**
 * A draft's header lines, folded, people each on a line of their own as by git format-patch; ends in a newline. MIME
 * headers only where something is not ASCII: mail programs add their own, and would send them twice.
 */
export function headerLines(draft: MailDraft): string {
  const { to, cc, subject, references } = draft;
  const fields = [
    ['To', to.map(mailboxText).join(',\n ')],
    ['Cc', cc.map(mailboxText).join(',\n ')],
    ['Subject', isAscii(subject) ? subject : encodeWords(subject, 'Q', FOLD.encodedWord)],
    ['In-Reply-To', references.at(-1) ?? ''],
    ['References', references.join(' ')],
    ...(isPlainAscii(draft) ? [] : MIME),
  ] as const;
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${foldLines(`${name}: ${value}`, FOLD.line).replaceAll('\r\n', '\n')}\n`)
    .join('');
}

/** Whether a mail holds nothing but ASCII, before its headers are encoded. */
export function isPlainAscii({ to, cc, subject, body }: MailDraft): boolean {
  return isAscii([body, subject, ...[...to, ...cc].map(({ name }) => name)].join(''));
}

const MIME = [
  ['MIME-Version', '1.0'],
  ['Content-Type', 'text/plain; charset=UTF-8'],
  ['Content-Transfer-Encoding', '8bit'],
] as const;

/** A mailbox in a header (RFC 5322 3.4): its name quoted where it must be, encoded where it is not ASCII. */
function mailboxText({ name, address }: Mailbox): string {
  if (name === '') return address;
  return `${isAscii(name) ? phrase(name) : encodeWord(name, 'Q', FOLD.encodedWord)} <${address}>`;
}

function phrase(name: string): string {
  return /^[\w!#$%&'*+/=?^`{|}~ -]*$/.test(name) && !name.includes('=?') ? name : quoteString(name);
}
