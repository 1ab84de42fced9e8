import type { Options } from '../command-line/read.ts';
import { exitStatus, InputError } from '../errors.ts';
import { headerValue, mailboxesFrom, mailboxesIn } from '../mail/addresses.ts';
import { findingFor, otherQuestions, type SentenceFinding, sentenceFindings } from '../mail/asked.ts';
import { draftNotices, newDraft, type Wishes } from '../mail/draft.ts';
import { headerLines } from '../mail/headers.ts';
import { messageIdFrom } from '../mail/message-id.ts';
import { type Original, originalLines } from '../mail/original.ts';
import { recipientsOf } from '../mail/recipients.ts';
import type { PolicyText } from '../policy/policy.ts';
import { renderNoAnswer, shellLine, shortLine } from '../render/notice.ts';
import { lexedFinding } from '../search/answer.ts';
import { briefly } from '../search/answering-passage.ts';
import { mailWidth } from '../terminal/environment.ts';
import type { Io } from '../terminal/io.ts';
import { exampleOf } from './ask.ts';
import { sectionsNamed } from './show.ts';
import type { Context, Result } from './view.ts';

/** A mail with the best section: a draft for standard output or a file, never sent. */
export async function mail(
  question: string,
  options: Options<'mail'>,
  { opened, io }: Pick<Context, 'opened'> & { readonly io: Io },
): Promise<Result> {
  const { policy } = opened;
  const { topic, reply, data } = options;
  if (question === '' && topic === undefined && reply === undefined)
    throw new InputError(NOTHING + exampleOf('mail', policy, data));
  const wishes = wishesOf(options);
  const original = reply === undefined ? undefined : await originalFrom(reply, io, wishes.width);
  const [asked = question] = topic === undefined ? [] : sectionsNamed(policy, [topic], data);
  // A topic that stands in no reply needs no index, which takes long to build for a large folder.
  const isTopicAlone = topic !== undefined && original === undefined;
  const searchable = isTopicAlone ? undefined : { policy, index: await opened.index() };
  const all = original && searchable ? sentenceFindings(searchable, original.lines, original.message) : [];
  const found = findingFor(asked, all, searchable);
  const { section } = found;
  if (section === undefined) {
    const hint = asked === '' && found.finding?.outcome !== 'answered' ? OWN_QUESTION : '';
    return { out: '', error: refusal(found, policy, options) + hint, status: exitStatus.notAnswered };
  }
  const lexed = await opened.lexer();
  // Cut down to the passage that answers, where it is known what is asked.
  const finding = found.finding && lexedFinding(found.finding, lexed);
  const brief = options.brief && searchable && finding && briefly(finding, searchable.index, lexed);
  const shown = brief?.outcome === 'answered' ? brief.section : lexed(section);
  const quotation = { ...found, page: policy.page, section: shown, original };
  const draft = newDraft(quotation, wishes);
  const others = asked === '' ? otherQuestions(all, section).map((other) => notAnswered(other, data)) : [];
  const notices = [...draftNotices(draft, quotation, wishes), ...others];
  return {
    out: await printed(`${headerLines(draft)}\n${draft.body}`, options, io),
    error: notices.map((notice) => `rustpolicy: ${shortLine(notice)}\n`).join(''),
  };
}

const NOTHING = 'nothing to answer; give a question, --topic NAME or --reply FILE, as in: ';

/** A draft's text as far as it is for standard output; it is written to the file that is named, if one is. */
async function printed(text: string, { output = '-', force }: Options<'mail'>, io: Io): Promise<string> {
  if (output === '-') return text;
  await io.writeFile(output, text, force ? 'overwrite' : 'create');
  return '';
}

async function originalFrom(source: string | true, io: Io, width: number): Promise<Original> {
  // Loaded only for a reply, as the parser is large.
  const { MOST_MESSAGE_BYTES, parseMessage } = await import('../mail/message.ts');
  const path = source === true || source === '-' ? undefined : source;
  const message = await parseMessage(await io.readInput(path, MOST_MESSAGE_BYTES));
  const [own] = mailboxesIn((await io.userAddress()) ?? '');
  const recipients = recipientsOf(message, own?.address);
  return { message, lines: originalLines(message.text, width), recipients };
}

function refusal(
  { finding, sentence }: Partial<SentenceFinding>,
  policy: PolicyText,
  { data, reply }: Options<'mail'>,
): string {
  if (finding === undefined) return `Nothing in the message asks what the ${policy.page.title} answers.\n`;
  if (finding.outcome !== 'answered') {
    const asked = sentence === undefined ? '' : `Nearest in the message: "${shortLine(sentence.text)}"\n`;
    return asked + renderNoAnswer(policy, finding, data);
  }
  // A question beside it would be a second answer.
  const replying = reply === undefined ? [] : ['--reply', reply === true ? '-' : reply];
  const choices = [finding.section, finding.near ?? []].flat().map(({ name, heading }) => {
    return `  ${shellLine(['mail', ...replying, '--topic', name], data)}  "${heading}"\n`;
  });
  return `Two sections are nearly as likely to answer this; choose one with:\n${choices.join('')}`;
}

const OWN_QUESTION = 'To give the question yourself: rustpolicy mail --reply FILE <question>\n';

function notAnswered({ sentence, finding: { closest } }: SentenceFinding, data: string | undefined): string {
  const show = shellLine(['show', closest[0]?.section.name ?? ''], data);
  return `not answered: "${sentence.text}"; ${show} speaks of it`;
}

/**
 * Refuses a command line that asks for two mails at once, gives a file's name for a question, or reads standard input twice.
 *
 * @throws InputError with what to type instead.
 */
export function refuseContradictions(words: readonly string[], options: Options<'mail'>, io: Io): void {
  const { topic, reply, subject, inReplyTo, ascii, utf8, data } = options;
  const [word = '', ...more] = words;
  const isRead = words.length === 1 && word === '-';
  const isFile = more.length === 0 && (/\.(?:eml|mbox)$/i.test(word) || io.isFile(word));
  const replying = shellLine(['mail', '--reply', word], data);
  const refusals = [
    isRead &&
      (reply === true || reply === '-') &&
      'the question and the message cannot both be standard input; save the message',
    words.length > 0 && topic !== undefined && 'a question and --topic are two answers; give one of them',
    isFile && `"${word}" is a file's name, not a question; to answer the message in it: ${replying}`,
    ascii && utf8 && '--ascii and --utf8 are two alphabets; give one of them',
    subject?.trim() === '' &&
      '--subject is empty, and git send-email takes no draft without one; leave it out',
    reply !== undefined &&
      inReplyTo !== undefined &&
      '--reply takes the Message-ID from the message; leave --in-reply-to out',
  ];
  const refusal = refusals.find((each) => typeof each === 'string');
  if (refusal !== undefined) throw new InputError(refusal);
}

/** The wishes for a draft that the options hold. */
function wishesOf(options: Options<'mail'>): Wishes {
  const { to, cc, subject, inReplyTo, brief, ascii, utf8, width } = options;
  const unfolded = utf8 ? 'utf8' : 'letters';
  return {
    to: to.flatMap((typed) => mailboxesFrom('--to', typed)),
    cc: cc.flatMap((typed) => mailboxesFrom('--cc', typed)),
    subject: subject === undefined ? undefined : headerValue('--subject', subject),
    references: inReplyTo === undefined ? [] : [messageIdFrom(inReplyTo)],
    isBrief: brief === true,
    characters: ascii ? 'ascii' : unfolded,
    width: mailWidth(width),
  };
}
