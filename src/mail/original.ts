import { paragraph } from '../render/mail-lines.ts';
import type { Message } from './message.ts';
import type { Recipients } from './recipients.ts';

/** A message that is answered. */
export interface Original {
  readonly message: Message;
  /** Its lines as a reply quotes them, without quote marks. */
  readonly lines: readonly string[];
  readonly recipients: Recipients;
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
  /** Characters of all paragraphs that are wrapped; nobody reads more, and ideographs take long. */
  wrapped: 40_000,
  /** Lines of a signature. */
  signature: 10,
});

const SEARCHED = Object.freeze({
  /** Sentences from the start of a message: nobody asks behind pages of log. */
  sentences: 400,
  /** Characters of a paragraph, as V8's segmenter copies it for each sentence, and of all together. */
  paragraph: 4_000,
  text: 40_000,
});

/** The line above a signature (RFC 3676 4.3). */
const SIGNATURE = /^-- ?$/;

/** The first line of a patch, or of a part of one. */
const PATCH = /^(?:--- \S|diff --git |Index: |@@ )/;

/** The other lines of one; a blank line is an empty one around a change, without its blank. */
const IN_PATCH =
  /^(?:$|[ +\\@-]|index |new |old |deleted |similarity |dissimilarity |rename |copy |Binary |GIT |literal |delta |=+$)/;

/** git's lines between `---` and a patch: ` a/b.c | 3 ++-`, ` 1 file changed`. */
const STATISTICS = /^ (?:\S.* \| +(?:Bin|\d)|\d+ files? changed|(?:create|delete|rename|mode) )/;

/** Lines for programs, not for people, headers of forwarded messages, and quotes. */
const TRAILER_OR_QUOTE =
  /^(?:(?:[\w-]+-by|Cc|Link|Fixes|Closes|Reported|Message-ID|From|Sent|Date|To|Subject):\s|\s*[>|])/i;

/** A paragraph that only says who wrote the quote below: "On Friday, A wrote:". */
const ATTRIBUTION = /\b(?:wrote|writes):$/;

/**
 * A message's text as lines to be quoted, without its signature. Lines stay as they were sent, but a line that holds a
 * whole paragraph is wrapped.
 *
 * @param width columns of the reply, quote marks counted in.
 */
export function originalLines(text: string, width: number): string[] {
  const kept = withoutSignature(text.trimEnd().split(/\r\n?|\n/)).map((line) => line.trimEnd());
  let wrapped = 0;
  const first = kept.findIndex((line) => line !== '');
  const last = kept.findLastIndex((line) => line !== '');
  return kept.slice(first, last + 1).flatMap((line) => {
    if (wrapped > LONG.wrapped || !isParagraph(line)) return [line];
    wrapped += line.length;
    return paragraph(line, width - '> '.length);
  });
}

/** The lines above the last signature: a patch that drops a line `- `, and a robot above its report, have such a line too. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line));
  const tail = lines.slice(at + 1);
  const isSignature = tail.length <= LONG.signature && !tail.some((line) => line.startsWith('>'));
  return at !== -1 && isSignature ? lines.slice(0, at) : lines;
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

/**
 * The sentences that a message adds: not those of quotes and their attributions, of patches and of trailers, and no bare
 * URLs. A subject that asks is the last, for all of the message.
 */
export function newSentences(lines: readonly string[], subject = ''): Sentence[] {
  const asked = /\?\s*$/.test(subject) ? [{ text: subject, start: 0, end: lines.length }] : [];
  let room: number = SEARCHED.text;
  return [...paragraphs(newLines(lines)), ...asked]
    .flatMap(({ text, start, end }) => {
      const searched = text.slice(0, Math.min(room, SEARCHED.paragraph));
      room -= searched.length;
      return Array.from(sentences.segment(searched), ({ segment }) => ({ text: segment.trim(), start, end }));
    })
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text.replace(/[a-z]+:\/\/\S+/gi, '')))
    .slice(0, SEARCHED.sentences);
}

/** The lines, with blank ones in place of quotes, trailers, patches, which end before a line that none holds, and statistics. */
function newLines(lines: readonly string[]): string[] {
  let isPatch = false;
  return lines.map((line) => {
    isPatch = PATCH.test(line) || (isPatch && IN_PATCH.test(line));
    return isPatch || line === '---' || STATISTICS.test(line) || TRAILER_OR_QUOTE.test(line) ? '' : line;
  });
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function paragraphs(lines: readonly string[]): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (let end = 0; end <= lines.length; end += 1) {
    // Behind the last line the last paragraph ends.
    if (lines[end]) continue;
    const text = lines.slice(start, end).join(' ');
    if (text !== '' && !ATTRIBUTION.test(text)) found.push({ text, start, end });
    start = end + 1;
  }
  return found;
}
