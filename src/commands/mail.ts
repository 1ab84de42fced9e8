import type { Options } from '../command-line/read.ts';
import { exitStatus, InputError } from '../errors.ts';
import { mailboxesIn } from '../mail/addresses.ts';
import {
  type Choice,
  choose,
  otherQuestions,
  type SectionChoice,
  type SentenceFinding,
  sentenceFindings,
} from '../mail/asked.ts';
import { characterNotices, draftText, newDraft } from '../mail/draft.ts';
import { newSentences, type Original, originalOf } from '../mail/original.ts';
import { recipientNotices } from '../mail/recipients.ts';
import { excerpt } from '../policy/passages.ts';
import type { LexedSection, LexSection, PolicyText } from '../policy/policy.ts';
import type { MailView } from '../render/mail-body.ts';
import { renderNoAnswer, typed } from '../render/no-answer.ts';
import { inOneLine } from '../render/notice.ts';
import { lexedFinding } from '../search/answer.ts';
import { answeringPassage, type SearchablePolicy } from '../search/answering-passage.ts';
import type { Io } from '../terminal/io.ts';
import { MAIL_WIDTH } from '../terminal/width.ts';
import { exampleOf } from './ask.ts';
import { charactersOf, wishesOf } from './mail-options.ts';
import { sectionsNamed } from './show.ts';
import type { Context, Result } from './view.ts';

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
  const { topic, reply, data, width = MAIL_WIDTH.usual } = options;
  if (question === '' && topic === undefined && reply === undefined) {
    const example = exampleOf('mail', policy, data);
    throw new InputError(
      `nothing to answer; give a question, --topic NAME or --reply FILE, as in: ${example}`,
    );
  }
  const view = { width, characters: charactersOf(options) };
  const wishes = wishesOf(options);
  const original = reply === undefined ? undefined : await originalFrom(reply, io, width);
  const [asked = question] = topic === undefined ? [] : sectionsNamed(policy, [topic], data);
  // A topic that stands in no reply needs no index, which takes long to build for a large folder.
  const isTopicAlone = topic !== undefined && original === undefined;
  const searchable = isTopicAlone ? undefined : { policy, index: await opened.index() };
  const found = findingsIn(original, searchable);
  const choice = choose(asked, found, searchable);
  if (choice.kind !== 'section') {
    const own = asked === '' ? OWN_QUESTION : '';
    const error = choice.kind === 'close' ? closeCall(choice) : refusal(choice, policy, data) + own;
    return { out: '', error, status: exitStatus.notAnswered };
  }
  const section = shortened(choice, await opened.lexer(), options.brief && searchable);
  const draft = newDraft({ page: policy.page, section, original, question: choice.sentence }, wishes, view);
  const typed = [...options.to, ...options.cc, options.subject ?? ''].join(' ');
  const notices = [
    ...(original?.message.notes ?? []),
    ...characterNotices(draft, view.characters, { section, original, typed }),
    ...(original === undefined ? [] : replyNotices(original, view)),
    ...(asked === '' ? otherQuestions(found, choice).map((other) => notAnswered(other, data)) : []),
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

async function originalFrom(source: string | true, io: Io, width: number): Promise<Original> {
  // Loaded only for a reply, as the parser is large.
  const { MOST_MESSAGE_BYTES, parseMessage } = await import('../mail/message.ts');
  const path = source === true || source === '-' ? undefined : source;
  const message = await parseMessage(await io.readInput(path, MOST_MESSAGE_BYTES));
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

/** A mail quotes only what is clear: between two sections that are nearly as likely, a person decides. */
function closeCall({ sections }: Choice & { readonly kind: 'close' }): string {
  const names = sections.map(({ heading, name }) => `  --topic ${name}  "${heading}"\n`);
  return `Two sections are nearly as likely to answer this; choose one with:\n${names.join('')}`;
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

function notAnswered({ sentence, finding: { closest } }: SentenceFinding, data: string | undefined): string {
  const show = typed(['show', closest[0]?.section.name ?? ''], data);
  return `not answered: "${sentence.text}"; ${show} speaks of it`;
}

/** The section; where a mail is to be brief, cut down to the passage that answers, if one stands out. */
function shortened(
  { section, finding }: SectionChoice,
  lexed: LexSection,
  searchable: SearchablePolicy | undefined | false,
): LexedSection {
  const passage = finding && searchable && answeringPassage(lexedFinding(finding, lexed), searchable);
  return passage ? excerpt(lexed(section), passage) : lexed(section);
}

function replyNotices({ message, recipients }: Original, { characters }: MailView): string[] {
  const noThread = 'the message has no Message-ID, so the reply starts a thread';
  return [
    ...recipientNotices(recipients, characters),
    ...(message.messageId === undefined ? [noThread] : []),
  ];
}
