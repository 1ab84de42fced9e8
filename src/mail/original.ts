import { paragraph } from '../render/mail-lines.ts';
import type { Message } from './message.ts';
import { type Recipients, recipientsOf } from './recipients.ts';

/** A message that is answered. */
export interface Original {
  readonly message: Message;
  /** Its lines as a reply quotes them, without quote marks. */
  readonly lines: readonly string[];
  readonly recipients: Recipients;
}

/** A message read for a reply whose lines, quote marks counted in, are of `width` columns. */
export function originalOf(message: Message, width: number, ownAddress?: string): Original {
  const lines = originalLines(message.text, width - '> '.length);
  return { message, lines, recipients: recipientsOf(message, ownAddress) };
}

/** A sentence of a message's new text. */
export interface Sentence {
  readonly text: string;
  /** The first line of its paragraph, and the line behind its last, counted from 0 in the message's lines. */
  readonly start: number;
  readonly end: number;
}

const LONG = Object.freeze({
  /** Columns. Nobody writes such lines by hand: the sender's program makes one line of a paragraph. */
  line: 120,
  /** Characters. Longer lines are data, not prose, and would take seconds to lay out. */
  data: 10_000,
  /** Share of a paragraph's words that are nothing but letters or digits, with the marks of sentences. */
  plainWords: 0.8,
  /** Lines of a signature. */
  signature: 10,
});

const SEARCHED = Object.freeze({
  /** Characters of a paragraph, as V8's segmenter copies the whole text for each sentence. */
  paragraph: 4_000,
  /** Sentences from the start of a message: nobody asks behind pages of log. */
  sentences: 400,
  /** Characters of all sentences together. */
  text: 40_000,
});

/** The line above a signature (RFC 3676 4.3). */
const SIGNATURE = /^-- ?$/;

/** A line at which git ends the message or starts a patch: no prose follows. */
const PATCH = /^(?:---(?: .*)?|diff --git .*|Index: .*)$/;

/** Lines for programs, not for people. */
const TRAILER = /^(?:[\w-]+-by|Cc|Link|Fixes|Closes|Reported|Message-ID): /i;

/** A paragraph that only says who wrote the quote below: "On Friday, A wrote:". */
const ATTRIBUTION = /\b(?:wrote|writes):$/;

/**
 * A message's text as lines to be quoted, without its signature. Lines stay as they were sent, but a line that holds a
 * whole paragraph is wrapped at `width`.
 */
function originalLines(text: string, width: number): string[] {
  const kept = withoutSignature(text.trimEnd().split(/\r\n?|\n/)).map((line) => line.trimEnd());
  const first = kept.findIndex((line) => line !== '');
  const last = kept.findLastIndex((line) => line !== '');
  return kept
    .slice(Math.max(0, first), last + 1)
    .flatMap((line) => (isParagraph(line) ? paragraph(line, width) : [line]));
}

/** The lines above the last signature: a patch that drops a line `- `, and a robot above its report, have such a line too. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line));
  const tail = lines.slice(at + 1);
  return at === -1 || tail.length > LONG.signature || tail.some((line) => line.startsWith('>'))
    ? lines
    : lines.slice(0, at);
}

/**
 * Whether a line holds a whole paragraph of prose: words in a row, with single blanks (two behind a sentence) and a
 * sentence mark, and no path or bracket at its start. Lines of code, logs, tables and patches are none.
 */
function isParagraph(line: string): boolean {
  if (line.length <= LONG.line || line.length > LONG.data || LONG_WORD.test(line)) return false;
  if (!/^["'(*]*[\p{L}\p{N}]/u.test(line) || /^\S*[/\\]|[^\s.:?!] {2}| {3}|\t/.test(line)) return false;
  const words = line.split(/[ \u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]+/).filter((word) => word !== '');
  const plain = words.filter((word) => PLAIN_WORD.test(word));
  return plain.length >= words.length * LONG.plainWords && SENTENCE_MARK.test(line);
}

/** Data: of a word that long without a blank or an ideograph. */
const LONG_WORD = /[^\s\u2e80-\u{10ffff}]{200}/u;

const PLAIN_WORD =
  /^(?:["'(*]*[\p{L}\p{M}\p{N}'\u2019-]+["')*]*[.,;:!?\u2026]*["')]*|[-\u2013\u2014]+|https?:\S+)$/u;

const SENTENCE_MARK = /[\p{L}\p{N}]["')*]*[.,;!?](?:\s|$)|[\u3001\u3002\uff01\uff0c\uff1f]/u;

/** The sentences that a message adds: not those of quotes and their attributions, of patches and of trailers. */
export function newSentences(lines: readonly string[]): Sentence[] {
  const patch = lines.findIndex((line) => PATCH.test(line));
  let length = 0;
  return paragraphs(patch === -1 ? lines : lines.slice(0, patch))
    .slice(0, SEARCHED.sentences)
    .flatMap(({ text, start, end }) =>
      [...sentences.segment(text.slice(0, SEARCHED.paragraph))]
        .map(({ segment }) => ({ text: segment.trim(), start, end }))
        .filter(({ text }) => text !== ''),
    )
    .slice(0, SEARCHED.sentences)
    .filter(({ text }) => {
      length += text.length;
      return length <= SEARCHED.text;
    });
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function paragraphs(lines: readonly string[]): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (let end = 0; end <= lines.length; end += 1) {
    const line = lines[end];
    if (line !== undefined && isNew(line)) continue;
    const text = lines.slice(start, end).join(' ');
    if (text !== '' && !ATTRIBUTION.test(text)) found.push({ text, start, end });
    start = end + 1;
  }
  return found;
}

function isNew(line: string): boolean {
  return line !== '' && !/^\s*[>|]/.test(line) && !TRAILER.test(line);
}
