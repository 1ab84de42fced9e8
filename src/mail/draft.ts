import type { LexedSection, Page } from '../policy/policy.ts';
import { written } from '../render/characters.ts';
import { type MailView, renderMail } from '../render/mail.ts';
import { type Mailbox, withoutRepeats, writtenName } from './addresses.ts';
import { type Headers, headerLines } from './headers.ts';
import type { Message } from './message.ts';
import { type Thread, threadOf } from './message-id.ts';
import { originalLines, type Sentence } from './original.ts';
import { recipientsOf } from './recipients.ts';
import { attributionOf, type Reply, replyBody, replySubject, trimmed } from './reply.ts';

/** A mail that is not sent yet. */
export interface Draft {
  readonly headers: Headers;
  /** Ends in a newline. */
  readonly body: string;
}

/** What a person asked for beside the answer itself; what is undefined is taken from the section or the original. */
export interface Wishes {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string | undefined;
  readonly thread: Thread | undefined;
  readonly isBrief: boolean;
}

/** The answer: a section, or an excerpt of it, and where it comes from. */
export interface Answered {
  readonly page: Page;
  readonly section: LexedSection;
}

/** A mail of its own that quotes a section. */
export function newDraft({ page, section }: Answered, wishes: Wishes, view: MailView): Draft {
  const { to, cc, subject, thread } = wishes;
  return {
    headers: {
      to: withoutRepeats(to),
      cc: withoutRepeats(cc, to),
      thread,
      subject: subject ?? written(section.heading, view.characters),
    },
    body: renderMail(page, section, view),
  };
}

/** A message that is answered, and the sentence in it that the answer is for. */
export interface Original {
  readonly message: Message;
  readonly question: Sentence | undefined;
}

/** A reply to everybody, the section quoted below what asks for it. */
export function replyDraft(
  { page, section, message, question }: Answered & Original,
  wishes: Wishes,
  view: MailView,
): Draft {
  const { width, characters } = view;
  const named = (mailboxes: readonly Mailbox[]) =>
    mailboxes.map(({ name, address }) => ({ name: writtenName(name, characters), address }));
  const recipients = recipientsOf(message);
  const to = withoutRepeats([...named(recipients.to), ...wishes.to]);
  const reply: Reply = {
    attribution: written(attributionOf(message), characters),
    original: originalLines(message.text, width - '> '.length).map((line) => written(line, characters)),
    question,
    answer: renderMail(page, section, view),
  };
  return {
    headers: {
      to,
      cc: withoutRepeats([...named(recipients.cc), ...wishes.cc], to),
      subject: wishes.subject ?? written(replySubject(message.subject), characters),
      thread: threadOf(message),
    },
    body: replyBody(wishes.isBrief ? trimmed(reply) : reply, width),
  };
}

/** A draft as a file or a pipe takes it: headers, a blank line, the body. */
export function draftText({ headers, body }: Draft): string {
  return `${headerLines(headers, body)}\n${body}`;
}
