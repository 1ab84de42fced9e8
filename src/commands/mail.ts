import { exitStatus } from '../errors.ts';
import { headerValue, mailboxesFrom } from '../mail/addresses.ts';
import { asked, type Choice, type Chosen, chooseAnswer, chooseSentence, chooseTopic } from '../mail/asked.ts';
import { type Draft, draftText, newDraft, replyDraft, type Wishes } from '../mail/draft.ts';
import type { Message } from '../mail/message.ts';
import { messageIdFrom } from '../mail/message-id.ts';
import { newSentences, originalLines } from '../mail/original.ts';
import { replyNotices, utf8Notice } from '../mail/recipients.ts';
import { excerpt } from '../policy/passages.ts';
import type { LexedSection, LexSection, PolicyText } from '../policy/policy.ts';
import { asciiNotice } from '../render/ascii.ts';
import type { MailView } from '../render/mail-body.ts';
import { type NoAnswer, renderNoAnswer } from '../render/no-answer.ts';
import { lexedFinding } from '../search/answer.ts';
import { answeringPassage, type SearchablePolicy } from '../search/answering-passage.ts';
import type { OpenPolicy } from '../search/open-policy.ts';
import type { Io } from '../terminal/io.ts';
import { mailWidth } from '../terminal/width.ts';
import { type MailOptions, refuseContradictions } from './mail-options.ts';
import type { Context, Result } from './result.ts';
import { sectionNamed } from './show.ts';

/** A message is read, and a draft may be written. */
interface MailContext extends Pick<Context, 'opened'> {
  readonly io: Io;
}

/** A mail with the best section: a draft for standard output or a file, never sent. */
export async function mail(
  question: string,
  options: MailOptions,
  { opened, io }: MailContext,
): Promise<Result> {
  refuseContradictions(question, options);
  const view: MailView = {
    width: mailWidth(options.width),
    characters: options.utf8 === true ? 'utf8' : 'ascii',
  };
  const wishes = wishesOf(options, view);
  const message = options.reply === undefined ? undefined : await messageOf(options.reply, io);
  const searched = { policy: opened.policy, index: await opened.index() };
  const choice = choiceOf(question, { ...options, message, view }, searched);
  if (choice.kind === 'none') {
    const error =
      refusal(choice.finding, opened.policy, options.data) + (question === '' ? OWN_QUESTION : '');
    return { out: '', error, status: exitStatus.notAnswered };
  }

  const lexed = await opened.lexer();
  const section = options.brief === true ? briefly(choice, searched, lexed) : lexed(choice.section);
  const answered = { page: opened.policy.page, section };
  const draft =
    message === undefined
      ? newDraft(answered, wishes, view)
      : replyDraft({ ...answered, message, question: choice.sentence }, wishes, view);
  const text = draftText(draft);
  if (options.output !== undefined && options.output !== '-') {
    await io.writeFile(options.output, text, options.force === true ? 'overwrite' : 'create');
  }
  const notices = noticesOf({ ...answered, message, draft }, view);
  return {
    out: options.output === undefined || options.output === '-' ? text : '',
    error: notices.map((notice) => `rustpolicy: ${notice}\n`).join(''),
    status: exitStatus.answered,
  };
}

function wishesOf({ to, cc, subject, inReplyTo, brief }: MailOptions, { characters }: MailView): Wishes {
  const id = inReplyTo === undefined ? undefined : messageIdFrom(inReplyTo);
  return {
    to: to.flatMap((typed) => mailboxesFrom('--to', typed, characters)),
    cc: cc.flatMap((typed) => mailboxesFrom('--cc', typed, characters)),
    subject: subject === undefined ? undefined : headerValue('--subject', subject, characters),
    thread: id === undefined ? undefined : { inReplyTo: id, references: [id] },
    isBrief: brief === true,
  };
}

async function messageOf(source: string | true, io: Io): Promise<Message> {
  // Only here: a draft of its own has no use for a parser.
  const { MOST_BYTES, parseMessage } = await import('../mail/message.ts');
  return parseMessage(
    await io.readMessage(source === true || source === '-' ? undefined : source, MOST_BYTES),
  );
}

/** The choice that the command line makes, or leaves to the message. */
function choiceOf(
  question: string,
  { topic, data, message, view }: Source,
  searched: SearchablePolicy,
): Choice {
  const sentences =
    message === undefined ? [] : newSentences(originalLines(message.text, view.width - '> '.length));
  const all = asked(searched, { subject: message?.subject ?? '', sentences });
  if (topic !== undefined) return chooseTopic(sectionNamed(searched.policy, topic, data), all);
  return question === '' ? chooseSentence(all) : chooseAnswer(question, all, searched);
}

function refusal(finding: NoAnswer | undefined, policy: PolicyText, data: string | undefined): string {
  return finding === undefined
    ? `Nothing in the message asks what the ${policy.page.title} answers.\n`
    : renderNoAnswer(policy, finding, data);
}

const OWN_QUESTION = 'To give the question yourself: rustpolicy mail --reply FILE <question>\n';

interface Source extends Pick<MailOptions, 'topic' | 'data'> {
  readonly message: Message | undefined;
  readonly view: MailView;
}

function briefly({ section, finding }: Chosen, searched: SearchablePolicy, lexed: LexSection): LexedSection {
  const passage =
    finding === undefined ? undefined : answeringPassage(lexedFinding(finding, lexed), searched);
  return passage === undefined ? lexed(section) : excerpt(lexed(section), passage);
}

interface Made {
  readonly page: OpenPolicy['policy']['page'];
  readonly section: LexedSection;
  readonly message: Message | undefined;
  readonly draft: Draft;
}

function noticesOf({ page, section, message, draft }: Made, { characters }: MailView): string[] {
  const texts = [page.title, section.heading, section.body, message?.text ?? '', message?.subject ?? ''];
  return [
    ...(characters === 'utf8'
      ? utf8Notice(draft.headers, draft.body)
      : asciiNotice(texts.join('')).map((notice) => `${notice}; --utf8 keeps them`)),
    ...(message === undefined ? [] : replyNotices(message, characters)),
  ];
}
