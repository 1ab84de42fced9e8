import type { Options } from '../command-line/read.ts';
import { exitStatus, InputError } from '../errors.ts';
import { mailboxesFrom, mailboxesIn } from '../mail/address-list.ts';
import { headerValue } from '../mail/addresses.ts';
import {
  type Choice,
  chooseAnswer,
  chooseSentence,
  chooseTopic,
  otherQuestions,
  type SectionChoice,
  type SentenceFinding,
  sentenceFindings,
} from '../mail/asked.ts';
import {
  characterNotices,
  draftText,
  type MailDraft,
  type NoticeSource,
  newDraft,
  replyDraft,
  type Wishes,
} from '../mail/draft.ts';
import { messageIdFrom, threadNotice } from '../mail/message-id.ts';
import { newSentences, type Original, originalOf } from '../mail/original.ts';
import { recipientNotices } from '../mail/recipients.ts';
import { excerpt } from '../policy/passages.ts';
import type { LexedSection, LexSection, PolicyText, Section } from '../policy/policy.ts';
import { kept } from '../render/ascii.ts';
import type { MailView } from '../render/mail-body.ts';
import { renderNoAnswer, typed } from '../render/no-answer.ts';
import { inOneLine } from '../render/notice.ts';
import { lexedFinding } from '../search/answer.ts';
import { answeringPassage, type SearchablePolicy } from '../search/answering-passage.ts';
import type { Io } from '../terminal/io.ts';
import { MAIL_WIDTH } from '../terminal/width.ts';
import { exampleOf } from './ask.ts';
import type { Context, Result } from './result.ts';
import { sectionNamed } from './show.ts';

/** A message is read, and a draft may be written. */
interface MailContext extends Pick<Context, 'opened'> {
  readonly io: Io;
}

/** A mail with the best section: a draft for standard output or a file, never sent. */
export async function mail(
  question: string,
  options: Options<'mail'>,
  { opened, io }: MailContext,
): Promise<Result> {
  const { policy } = opened;
  if (question === '' && options.topic === undefined && options.reply === undefined) {
    const example = exampleOf('mail', policy, options.data);
    throw new InputError(
      `nothing to answer; give a question, --topic NAME or --reply FILE, as in: ${example}`,
    );
  }
  const view: MailView = {
    width: options.width ?? MAIL_WIDTH.usual,
    characters: options.ascii ? 'ascii' : options.utf8 ? 'utf8' : 'letters',
  };
  const wishes = wishesOf(options, view);
  const original = options.reply === undefined ? undefined : await originalFrom(options.reply, io, view);
  // A topic that stands in no reply needs no index, which takes long to build for a large folder.
  const index = question === '' && original === undefined ? undefined : await opened.index();
  const searchable = index === undefined ? undefined : { policy, index };
  const found = findingsIn(original, searchable);
  const choice = choiceOf(question, { ...options, found, policy }, searchable);
  if (choice.kind === 'none') {
    const error = refusal(choice, policy, options.data) + (question === '' ? OWN_QUESTION : '');
    return { out: '', error, status: exitStatus.notAnswered };
  }
  if (choice.kind === 'close') return closeCall(choice.sections);
  const lexed = await opened.lexer();
  const section = options.brief ? briefly(choice, lexed, searchable) : lexed(choice.section);
  const quotation = { page: policy.page, section };
  const draft =
    original === undefined
      ? newDraft(quotation, wishes, view)
      : replyDraft({ ...quotation, original, question: choice.sentence }, wishes, view);
  const given = [...options.to, ...options.cc, options.subject ?? ''].join(' ');
  const others = question === '' && options.topic === undefined ? otherQuestions(found, choice) : [];
  const notices = [
    ...noticesOf(draft, { section, original, typed: given }, view),
    ...others.map(({ sentence, finding: { closest } }) => {
      const show = typed(['show', closest[0]?.section.name ?? ''], options.data);
      return `not answered: "${sentence.text}"; ${show} speaks of it`;
    }),
  ];
  return {
    out: await printed(draftText(draft), options, io),
    error: notices.map((notice) => `rustpolicy: ${inOneLine(notice)}\n`).join(''),
    status: exitStatus.answered,
  };
}

/** A draft's text as far as it is for standard output; it is written to the file that is named, if one is. */
async function printed(text: string, { output, force }: Options<'mail'>, io: Io): Promise<string> {
  if (output === undefined || output === '-') return text;
  await io.writeFile(output, text, force ? 'overwrite' : 'create');
  return '';
}

function wishesOf({ to, cc, subject, inReplyTo, brief }: Options<'mail'>, { characters }: MailView): Wishes {
  const id = inReplyTo === undefined ? undefined : messageIdFrom(inReplyTo);
  return {
    to: to.flatMap((typed) => mailboxesFrom('--to', typed, characters)),
    cc: cc.flatMap((typed) => mailboxesFrom('--cc', typed, characters)),
    subject: subject === undefined ? undefined : kept(headerValue('--subject', subject), characters),
    thread: id === undefined ? undefined : { inReplyTo: id, references: [id] },
    isBrief: brief === true,
  };
}

async function originalFrom(source: string | true, io: Io, { width }: MailView): Promise<Original> {
  // Loaded only for a reply, as the parser is large.
  const { MOST_MESSAGE_BYTES, parseMessage } = await import('../mail/message.ts');
  const path = source === true || source === '-' ? undefined : source;
  const message = await parseMessage(await io.readMessage(path, MOST_MESSAGE_BYTES));
  const [own] = mailboxesIn((await io.userAddress()) ?? '');
  return originalOf(message, width, own?.address);
}

/** The findings for the sentences of the message that is answered, if one is. */
function findingsIn(
  original: Original | undefined,
  searchable: SearchablePolicy | undefined,
): readonly SentenceFinding[] {
  if (searchable === undefined || original === undefined) return [];
  const { subject } = original.message;
  const sentences = newSentences(original.lines, subject);
  return sentenceFindings(searchable, { subject, sentences });
}

interface ChoiceSource extends Pick<Options<'mail'>, 'topic' | 'data'> {
  readonly found: readonly SentenceFinding[];
  readonly policy: PolicyText;
}

/** The choice that the command line makes, or leaves to the message. */
function choiceOf(
  question: string,
  { topic, data, found, policy }: ChoiceSource,
  searchable: SearchablePolicy | undefined,
): Choice {
  if (topic !== undefined) return chooseTopic(sectionNamed(policy, topic, data), found);
  return question === '' || searchable === undefined
    ? chooseSentence(found)
    : chooseAnswer(question, found, searchable);
}

/** A mail quotes only what is clear: between two sections that are nearly as likely, a person decides. */
function closeCall(sections: readonly Section[]): Result {
  const names = sections.map(({ heading, name }) => `  --topic ${name}  "${heading}"\n`);
  const error = `Two sections are nearly as likely to answer this; choose one with:\n${names.join('')}`;
  return { out: '', error, status: exitStatus.notAnswered };
}

function refusal(
  { finding, sentence }: Choice & { readonly kind: 'none' },
  policy: PolicyText,
  data: string | undefined,
): string {
  if (finding === undefined) return `Nothing in the message asks what the ${policy.page.title} answers.\n`;
  const asked = sentence === undefined ? '' : `Nearest in the message: "${inOneLine(sentence.text)}"\n`;
  return asked + renderNoAnswer(policy, finding, data);
}

const OWN_QUESTION = 'To give the question yourself: rustpolicy mail --reply FILE <question>\n';

/** The section cut down to the passage that answers, where one stands out. */
function briefly(
  { section, finding }: SectionChoice,
  lexed: LexSection,
  searchable: SearchablePolicy | undefined,
): LexedSection {
  const passage =
    finding === undefined || searchable === undefined
      ? undefined
      : answeringPassage(lexedFinding(finding, lexed), searchable);
  return passage === undefined ? lexed(section) : excerpt(lexed(section), passage);
}

function noticesOf(draft: MailDraft, source: NoticeSource, { characters }: MailView): string[] {
  const { message, recipients } = source.original ?? {};
  return [
    ...(message?.notes ?? []),
    ...characterNotices(draft, characters, source),
    ...(recipients === undefined ? [] : recipientNotices(recipients, characters)),
    ...(message === undefined ? [] : threadNotice(message)),
  ];
}
