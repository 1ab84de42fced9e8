import { Lexer, type Token, type Tokens } from 'marked';
import { tokensText } from '../markdown/plain-text.ts';
import type { Section } from '../policy/policy.ts';
import { contentWords } from './words.ts';

/** A paragraph, or an item of a list, of a section's body. */
export interface Passage {
  /** Which of the body's top-level blocks, counted without blank space. */
  readonly block: number;
  /** Which item, where the block is a list. */
  readonly item: number | undefined;
  /** Its Markdown, verbatim. */
  readonly raw: string;
  /** Its words. */
  readonly text: string;
}

/** Stands where text was left out. */
export const LEFT_OUT = '[...]';

/** A section's passages in order. */
export function passagesOf(section: Section): Passage[] {
  return new Lexer({ gfm: true })
    .lex(section.body)
    .filter(({ type }) => type !== 'space' && type !== 'def')
    .flatMap((token, block) =>
      token.type === 'list'
        ? (token as Tokens.List).items.map((item, at) => passage(item, block, at))
        : [passage(token, block, undefined)],
    );
}

function passage(token: Token, block: number, item: number | undefined): Passage {
  return { block, item, raw: token.raw.trimEnd(), text: tokensText([token]).replace(/\s+/g, ' ').trim() };
}

/** The passage that shares most with the question; undefined where none stands out. */
export function bestPassage(section: Section, question: string): Passage | undefined {
  const asked = new Set(contentWords(question).map(({ stem }) => stem));
  const scored = passagesOf(section)
    .map((passage) => {
      const stems = new Set(contentWords(passage.text).map(({ stem }) => stem));
      return { passage, score: [...asked].filter((stem) => stems.has(stem)).length };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first === undefined || first.score === (second?.score ?? 0) ? undefined : first.passage;
}

/** The section with all but one passage left out. */
export function excerpt(section: Section, only: Passage): Section {
  const all = passagesOf(section);
  const at = all.findIndex(({ raw }) => raw === only.raw);
  const body = [...(at > 0 ? [LEFT_OUT] : []), only.raw, ...(at < all.length - 1 ? [LEFT_OUT] : [])].join(
    '\n\n',
  );
  return { ...section, body };
}
