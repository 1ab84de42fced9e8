// The part of marked-terminal 7.3 that is used here; its published types are of another version.
declare module 'marked-terminal' {
  type Style = (text: string) => string;

  /** What a renderer reads of marked's tokens, and calls of its parser. */
  type Renderer = (this: { options: object; parser: object }, token: { text: string }) => string;

  /** An extension for `Marked`. */
  export function markedTerminal(options: { readonly [option: string]: Style | boolean }): {
    readonly renderer: Readonly<Record<'text' | 'codespan' | 'strong' | 'em' | 'del', Renderer>>;
  };
}
