// The lists of stopword 3.1 that are used here; the package has no types.
declare module 'stopword/dist/stopword.esm.mjs' {
  type List = readonly string[];
  export const ara: List,
    eng: List,
    dan: List,
    deu: List,
    ell: List,
    fin: List,
    fra: List,
    heb: List,
    hun: List,
    ita: List;
  export const jpn: List,
    kor: List,
    nld: List,
    nob: List,
    por: List,
    ron: List,
    rus: List,
    spa: List,
    swe: List;
  export const tur: List, ukr: List, zho: List, pol: List, ces: List;
}
