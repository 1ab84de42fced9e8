// The part of marked-terminal 7.3 that is used here; its published types are of another version.
declare module 'marked-terminal' {
  type Emphasis<T> = Readonly<Record<'strong' | 'em' | 'del', T>>;

  /** An extension for `Marked`, whose renderers call marked's parser for what a token holds. */
  export function markedTerminal(styles: Emphasis<(text: string) => string>): {
    readonly renderer: Emphasis<(this: { parser: object }, token: { text: string }) => string>;
  };
}
