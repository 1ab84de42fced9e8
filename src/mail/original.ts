import { paragraph } from '../render/mail-lines.ts';

/** A sentence of a message's new text. */
export interface Sentence {
  readonly text: string;
  /** Its paragraph's lines: the first, and the one behind the last, counted from 0 in the message's lines. */
  readonly start: number;
  readonly end: number;
}

const LONG = Object.freeze({
  /** Columns. Nobody breaks lines there by hand: the sender's program writes a paragraph a line. */
  line: 120,
  /** Characters. Longer ones are no prose but data, which would be laid out for seconds. */
  data: 10_000,
});

const SEARCHED = Object.freeze({
  /** Characters of a paragraph; V8's segmenter copies the whole text for each sentence. */
  paragraph: 4_000,
  /** Sentences of a message, from its start: what is asked is not behind pages of log. */
  sentences: 400,
  /** Characters of all sentences together. */
  text: 40_000,
});

/** Below it stands the signature (RFC 3676 4.3). */
const SIGNATURE = /^-- ?$/;

/** Code from here on: what git takes for the end of the message, or for a patch. */
const PATCH = /^(?:---(?: .*)?|diff --git .*|Index: .*)$/;

/** Lines that speak to programs, not to people. */
const TRAILER = /^(?:[\w-]+-by|Cc|Link|Fixes|Closes|Reported|Message-ID): /i;

/** "On Friday, A wrote:" is about the quote below it. */
const ATTRIBUTION = /\b(?:wrote|writes):$/;

/**
 * A message's text as lines to be quoted: its signature dropped, its lines as they were sent but for those of a whole
 * paragraph, which are wrapped at `width`.
 */
export function originalLines(text: string, width: number): string[] {
  const lines = text.split(/\r\n?|\n/);
  // The last: a patch that drops a line `- ` holds one too.
  const signature = lines.findLastIndex((line) => SIGNATURE.test(line));
  const kept = (signature === -1 ? lines : lines.slice(0, signature)).map((line) => line.trimEnd());
  const first = kept.findIndex((line) => line !== '');
  const last = kept.findLastIndex((line) => line !== '');
  return kept
    .slice(Math.max(0, first), last + 1)
    .flatMap((line) => (isParagraph(line) ? paragraph(line, width) : [line]));
}

/** A line of prose that was never broken; those of a patch, of code and of quotes start otherwise. */
function isParagraph(line: string): boolean {
  return line.length > LONG.line && line.length <= LONG.data && /^[\p{L}\p{N}"'(*[]/u.test(line);
}

/** The sentences of what the message adds: no quotes and no attributions of them, no patch, no trailers. */
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
