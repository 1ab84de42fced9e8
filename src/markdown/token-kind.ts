import type { MarkedToken, Token } from 'marked';

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
