// The lists of stopword 3.1 that are used here; the package has no types.
declare module 'stopword/dist/stopword.esm.mjs' {
  type List = readonly string[];
  export const ara: List, ces: List, dan: List, deu: List, ell: List, eng: List, fin: List, fra: List;
  export const heb: List, hun: List, ita: List, jpn: List, kor: List, nld: List, nob: List, pol: List;
  export const por: List, ron: List, rus: List, spa: List, swe: List, tur: List, ukr: List, zho: List;
}
