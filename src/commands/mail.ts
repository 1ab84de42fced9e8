import { exitStatus, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { headerValue, mailboxesFrom } from '../mail/addresses.ts';
import { type Asked, asked, sentenceFor } from '../mail/asked.ts';
import { type Draft, draftText, newDraft, replyDraft, type Wishes } from '../mail/draft.ts';
import type { Message } from '../mail/message.ts';
import { messageIdFrom } from '../mail/message-id.ts';
import { replyNotices, utf8Notice } from '../mail/notices.ts';
import { newSentences, originalLines, type Sentence } from '../mail/original.ts';
import { mailWidth } from '../mail/width.ts';
import type { Section } from '../policy/policy.ts';
import type { Opened, Prepared } from '../prepared.ts';
import { asciiNotice } from '../render/ascii.ts';
import type { MailView } from '../render/mail.ts';
import { renderNoAnswer } from '../render/no-answer.ts';
import { find } from '../search/answer.ts';
import { bestPassage, excerpt } from '../search/passage.ts';
import { contentWords } from '../search/words.ts';
import type { Result } from './result.ts';
import { sectionNamed } from './show.ts';

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
  readonly utf8?: true;
  readonly output?: string;
  readonly force?: true;
  readonly width?: number;
  readonly data?: string;
}

/** A mail with the best section: a draft for standard output or a file, never sent. */
export async function mail(question: string, options: MailOptions, opened: Opened, io: Io): Promise<Result> {
  refuseContradictions(question, options);
  const view: MailView = {
    width: mailWidth(options.width),
    characters: options.utf8 === true ? 'utf8' : 'ascii',
  };
  const wishes = wishesOf(options, view);
  const message = options.reply === undefined ? undefined : await messageOf(options.reply, io);
  const choice = choose(question, { topic: options.topic, message, view }, opened);
  if (choice.kind === 'none') return { out: '', error: choice.error, status: exitStatus.notAnswered };

  const section = options.brief === true ? briefly(choice) : choice.section;
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

function refuseContradictions(question: string, { topic, reply, inReplyTo }: MailOptions): void {
  if (question !== '' && topic !== undefined) {
    throw new InputError('a question and --topic are two answers; give one of them');
  }
  if (question === '' && topic === undefined && reply === undefined) {
    throw new InputError('nothing to answer; give a question, --topic NAME, or --reply FILE');
  }
  if (question !== '' && contentWords(question).length === 0) {
    throw new InputError(
      `nothing to look up in "${question}"; ask in words, as in: rustpolicy mail who fixes broken builds`,
    );
  }
  if (reply !== undefined && inReplyTo !== undefined) {
    throw new InputError('--reply takes the Message-ID from the message; leave --in-reply-to out');
  }
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
  const { parseMessage } = await import('../mail/message.ts');
  return parseMessage(await io.readMessage(source === true || source === '-' ? undefined : source));
}

/** What the mail quotes: a section, with the question that it answers and the sentence that asks it, where known. */
type Choice =
  | {
      readonly kind: 'section';
      readonly section: Section;
      readonly question: string | undefined;
      readonly sentence: Sentence | undefined;
    }
  | { readonly kind: 'none'; readonly error: string };

interface Source {
  readonly topic: string | undefined;
  readonly message: Message | undefined;
  readonly view: MailView;
}

function choose(question: string, { topic, message, view }: Source, prepared: Prepared): Choice {
  const { policy, index } = prepared;
  const sentences = message === undefined ? [] : newSentences(originalLines(message.text, view.width - 2));
  const all = asked(prepared, sentences);
  if (topic === undefined && question === '') return chooseSentence(all, prepared);
  const finding =
    topic === undefined
      ? find(policy, index, question)
      : { outcome: 'answered' as const, section: sectionNamed(policy, topic) };
  if (finding.outcome !== 'answered') return { kind: 'none', error: renderNoAnswer(policy, finding) };
  const { section } = finding;
  const sentence = sentenceFor(section, all);
  return { kind: 'section', section, sentence, question: question === '' ? sentence?.text : question };
}

function chooseSentence([best]: readonly Asked[], { policy }: Prepared): Choice {
  const hint = 'To give the question yourself: rustpolicy mail --reply FILE <question>\n';
  if (best === undefined) return { kind: 'none', error: `The message has no new text to answer.\n${hint}` };
  const { finding, sentence } = best;
  if (finding.outcome !== 'answered') return { kind: 'none', error: renderNoAnswer(policy, finding) + hint };
  return { kind: 'section', section: finding.section, sentence, question: sentence.text };
}

function briefly({ section, question }: Choice & { readonly kind: 'section' }): Section {
  const passage = question === undefined ? undefined : bestPassage(section, question);
  return passage === undefined ? section : excerpt(section, passage);
}

interface Made {
  readonly page: Opened['policy']['page'];
  readonly section: Section;
  readonly message: Message | undefined;
  readonly draft: Draft;
}

function noticesOf({ page, section, message, draft }: Made, { characters }: MailView): string[] {
  const texts = [page.title, section.heading, section.body, message?.text ?? '', message?.subject ?? ''];
  return [
    ...(characters === 'utf8'
      ? utf8Notice(draft)
      : asciiNotice(texts.join('')).map((notice) => `${notice}; --utf8 keeps them`)),
    ...(message === undefined ? [] : replyNotices(message, characters)),
  ];
}
