import { InputError } from '../errors.ts';
import { type Mailbox, mailboxesIn } from './addresses.ts';
import { bodyText } from './body-text.ts';
import { headerText, withWordsDecoded } from './charset.ts';
import { referencesTo } from './message-id.ts';
import { mimePart, tooMuch } from './mime-part.ts';

/** A message that is answered: names, subject and text as somebody else wrote them. */
export interface Message {
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly followUpTo: readonly Mailbox[];
  /** The addresses of the list that it came over, as far as it says. */
  readonly lists: readonly string[];
  readonly subject: string;
  /** As in the header, without comments. */
  readonly date: string | undefined;
  /** The Message-IDs that a reply refers to, oldest first; the last is the message's own. None where it has none. */
  readonly references: readonly string[];
  readonly text: string;
  /** A program wrote it, to tell of a commit that was merged: it asks nothing, whatever that commit says. */
  readonly isAnnouncement: boolean;
  /** Lines to be said: that its text lacks something, or is not as it was written. */
  readonly notes: readonly string[];
}

/** The most bytes that are read of a message, ten times what the lists take. */
export const MOST_MESSAGE_BYTES = 10_000_000;

/** Characters of a subject, a date or a name, which a line of a mail has to hold (RFC 5322 2.1.1). */
const MOST_IN_LINE = 800;

/**
 * Reads one message (RFC 5322, MIME), with or without the `From ` line of an mbox.
 *
 * @throws InputError when it is none, or several, or holds no text that can be read.
 */
export async function parseMessage(bytes: Uint8Array): Promise<Message> {
  const part = mimePart(oneMessage(bytes));
  const { charset } = part.parameters;
  const header = (name: string) => headerText(part.header(name), charset);
  if (header('from') + header('message-id') + header('subject') === '') {
    throw new InputError(
      'this is no mail message: it has neither From nor Subject; give one with its headers',
    );
  }
  const line = (value: string) => withWordsDecoded(value).replace(/\s+/g, ' ').trim().slice(0, MOST_IN_LINE);
  const people = (name: string) => mailboxesIn(header(name), line);
  const from = people('from');
  const subject = line(header('subject'));
  const { text, notes } = await bodyText(part);
  return {
    from: from.length > 0 ? from : people('sender'),
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    followUpTo: people('mail-followup-to'),
    // List-Post's address (RFC 2369), and List-Id (RFC 2919), which is made of it, its `@` a dot.
    lists: [/<mailto:([^>?]+)/i.exec(header('list-post')), /<([^<>]+)>/.exec(header('list-id'))].flatMap(
      (found) => found?.[1]?.trim().toLowerCase() ?? [],
    ),
    subject,
    date: line(header('date').replace(/\([^()]*\)/g, '')) || undefined,
    references: referencesTo(header),
    text,
    isAnnouncement:
      ROBOT.subject.test(subject) ||
      ROBOT.text.test(text) ||
      ROBOT.mailer.test(header('x-mailer')) ||
      ROBOT.sender.test(header('from')) ||
      ROBOT.headers.some((name) => header(name) !== ''),
    notes,
  };
}

/** How programs tell of tests and of merged commits: tip's, those of the stable and mm trees, patchwork's, and who answers pull requests. */
const ROBOT = Object.freeze({
  headers: ['robot-id', 'x-stable', 'x-stable-base', 'x-autosel', 'x-pr-tracked-commit-id'],
  mailer: /^tip-git-log-daemon/,
  sender: /^"?(?:kernel test robot|syzbot|kernelci)\b/i,
  subject: /^(?:\[tip: |\[PATCH\b[^\]]*\bAUTOSEL\b|Patch ".*" has been added to the .* tree$)/,
  /** What a text begins with: below, a person may quote it. */
  text: /^\s*(?:From: [^\n]*\n\s*|Hello:\s+)?(?:The following commit has been merged into|This is a note to let you know that I've just added the patch|\[ Upstream commit [0-9a-f]{12,} \]|\d[\w.]*-stable review patch\.|The (?:quilt )?patch titled\s+Subject: |This (?:patch|series|pull request) was (?:applied|merged) to \S+ \(\S+\)\s+by |The pull request you sent on [^\n]*:\s+> )/,
});

/** The message, a character a byte, with LF line ends, without the line that an mbox has before it. */
function oneMessage(bytes: Uint8Array): string {
  if (bytes.length > MOST_MESSAGE_BYTES) throw tooMuch('this message is over 10 MB');
  const text = Buffer.from(bytes).toString('latin1');
  // Old Macs end lines by CR alone.
  const lines = text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
  const whole = lines.replace(/^(?:\xef\xbb\xbf|\s)+/, '');
  const first = MBOX_LINE.exec(whole)?.[0];
  if (first === undefined) return whole;
  // A patch of git format-patch in a message starts as an mbox does, at a date that git made up.
  const isPatch = PATCH_LINE.test(first);
  if (Array.from(whole.matchAll(NEXT_MESSAGE)).some(([, line = '']) => isPatch || !PATCH_LINE.test(line)))
    throw new InputError('this mbox holds several messages; give the one that you answer');
  return whole.slice(first.length).replace(/^>(>*From )/gm, '$1');
}

/** Before each message of an mbox; some programs quote it when they hand one on. */
const MBOX_LINE = /^>?From [^\n]*\n/;
const PATCH_LINE = /^>?From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\n/;
const NEXT_MESSAGE = /\n\n(From \S+ [^\n]*\d{4}\n)[\w-]+: /g;
