/**
 * Text as inline Markdown that reads as that text (CommonMark 2.4). `_` within a word, `&` that begins no entity and `#`
 * that closes no heading are nothing but themselves already.
 */
export function escaped(text: string): string {
  return text.replace(
    /[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|(?<=^|\s)#(?=#*\s*$)/gu,
    '\\$&',
  );
}
