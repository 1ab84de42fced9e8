// The part of marked-terminal 7.3 that is used here; its published types are of another version.
declare module 'marked-terminal' {
  type Style = (text: string) => string;

  /** What a renderer reads of marked's tokens, and calls of its parser. */
  type Renderer = (this: { parser: object }, token: { text: string }) => string;

  /** An extension for `Marked`. */
  export function markedTerminal(options: { readonly [option: string]: Style }): {
    readonly renderer: Readonly<Record<'strong' | 'em' | 'del', Renderer>>;
  };
}
