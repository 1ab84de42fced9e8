// What we use of marked-terminal 7.3; the types published for it are of another version.
declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

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

  /** An extension of renderers for `Marked`. */
  export function markedTerminal(options?: TerminalOptions): MarkedExtension;
}
