// The parts that are used here of packages that have no types, or those of another version.

// marked-terminal 7.3
declare module 'marked-terminal' {
  type Emphasis<T> = Readonly<Record<'strong' | 'em' | 'del', T>>;

  /** An extension for `Marked`, whose renderers call marked's parser for what a token holds. */
  export function markedTerminal(styles: Emphasis<(text: string) => string>): {
    readonly renderer: Emphasis<(this: { parser: object }, token: object) => string>;
  };
}

// stopword 3.1
declare module 'stopword/dist/stopword.esm.mjs' {
  type List = readonly string[];
  export const ara: List, ces: List, dan: List, deu: List, ell: List, eng: List, fin: List, fra: List;
  export const heb: List, hun: List, ita: List, jpn: List, kor: List, nld: List, nob: List, pol: List;
  export const por: List, ron: List, rus: List, spa: List, swe: List, tur: List, ukr: List, zho: List;
}
