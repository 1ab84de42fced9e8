import type { Token, Tokens } from 'marked';
import { isKind } from '../../markdown/tokens.ts';
import type { Marks, Notation, Run } from './notation.ts';

/** Inline tokens, as `lex` gives them, as runs. */
export function runsOf(tokens: readonly Token[], notation: Notation, marks: Marks = {}): Run[] {
  return tokens.flatMap((token) => runsOfToken(token, notation, marks));
}

function runsOfToken(token: Token, notation: Notation, marks: Marks): readonly Run[] {
  if (isKind(token, 'link')) return linkRuns(token, notation, marks);
  switch (token.type) {
    case 'strong':
      return runsOf(token.tokens ?? [], notation, { ...marks, strong: true });
    case 'em':
      return runsOf(token.tokens ?? [], notation, { ...marks, em: true });
    case 'del':
      return runsOf(token.tokens ?? [], notation, { ...marks, del: true }).map((run) => ({
        ...run,
        text: notation.del(run.text),
      }));
    case 'codespan':
      return [{ text: notation.code(token.text), marks: { ...marks, code: true } }];
    case 'br':
      return [{ text: '\n', marks }];
    case 'image':
      return notation.link(
        [{ text: token.text === '' ? 'image' : notation.text(token.text), marks }],
        token.href,
      );
    case 'escape':
    case 'html':
      return [{ text: notation.text(token.text), marks }];
    case 'checkbox':
      return [];
  }
  if ('tokens' in token && token.tokens !== undefined) return runsOf(token.tokens, notation, marks);
  return 'text' in token ? [{ text: notation.text(token.text), marks }] : [];
}

function linkRuns(token: Tokens.Link, notation: Notation, marks: Marks): readonly Run[] {
  const { href } = token;
  const label = runsOf(token.tokens, notation, marks);
  const isUrl = label.map(({ text }) => text).join('') === href.replace(/^mailto:/, '');
  return isUrl && href.startsWith('mailto:') ? label : notation.link(isUrl ? [] : label, href);
}
