import type { MarkedToken, Token } from 'marked';

/** Whether a block shows anything: blank space, definitions of links and HTML of comments alone do not. */
export function isShown(block: Token): boolean {
  if (block.type === 'html') return block.text.trim() !== '';
  return block.type !== 'space' && block.type !== 'def';
}

/**
 * Whether a token is of one of these kinds. TypeScript cannot tell by `type`: what marked calls `Token` has a member
 * for the tokens of extensions, whose type may be any text.
 */
export function isKind<Kind extends MarkedToken['type']>(
  token: Token | undefined,
  ...kinds: Kind[]
): token is Extract<MarkedToken, { type: Kind }> {
  return kinds.some((kind) => kind === token?.type);
}
