/** Numbers URLs in order of first use, each once. */
export interface Footnotes {
  readonly number: (url: string) => number;
  /** Every numbered URL, the first one's number first. */
  readonly urls: () => readonly string[];
}

/** A fresh list of footnotes; `first` is the number of the first one. */
export function newFootnotes(first = 1): Footnotes {
  const urls: string[] = [];
  return {
    number: (url) => {
      if (!urls.includes(url)) urls.push(url);
      return first + urls.indexOf(url);
    },
    urls: () => urls,
  };
}
