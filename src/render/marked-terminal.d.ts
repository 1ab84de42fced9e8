// The part of marked-terminal 7.3 that is used here; its published types are of another version.
declare module 'marked-terminal' {
  type Style = (text: string) => string;

  export interface TerminalOptions {
    readonly heading?: Style;
    readonly strong?: Style;
    readonly em?: Style;
    readonly del?: Style;
    readonly codespan?: Style;
    readonly showSectionPrefix?: boolean;
    readonly emoji?: boolean;
    readonly unescape?: boolean;
  }

  /** marked's tokens, with the fields that the renderers below read. */
  export type PaintedToken =
    | { readonly type: 'text' | 'codespan'; readonly text: string }
    | {
        readonly type: 'strong' | 'em' | 'del';
        readonly text: string;
        readonly tokens: readonly PaintedToken[];
      }
    | {
        readonly type: 'heading';
        readonly depth: number;
        readonly text: string;
        readonly tokens: readonly PaintedToken[];
      };

  /** A renderer's `this`, with the methods of marked's parser that it calls. */
  export interface RendererContext {
    readonly options: object;
    readonly parser: { readonly parseInline: (tokens: readonly PaintedToken[]) => string };
  }

  type Renderer = (this: RendererContext, token: PaintedToken) => string;

  /** An extension for `Marked`. */
  export function markedTerminal(options?: TerminalOptions): {
    readonly renderer: Readonly<Record<PaintedToken['type'], Renderer>>;
  };
}
