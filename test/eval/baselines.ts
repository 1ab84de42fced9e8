import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { plainText } from '../../src/markdown/lex.ts';
import type { LoadedPolicy } from '../../src/policy/load.ts';
import type { System } from './measures.ts';

const FUSE = Object.freeze({
  /** Fuse looks through every phrasing for every question, in 2 s: with all of them this takes hours, and gains nothing. */
  everyPhrasing: 32,
});

/** The usual packages used plainly, over the same headings, bodies and phrasings; they answer whatever they find. */
export function baselines({ policy, askedAs }: LoadedPolicy): ReadonlyMap<string, System> {
  const documents = policy.sections.map(({ anchor, heading, body }, at) => ({
    id: anchor,
    heading,
    body: plainText(body),
    askedAs: askedAs.sections[at]?.map(({ text }) => text).join('\n') ?? '',
  }));
  const keys = ['heading', 'body', 'askedAs'];
  const lists = documents.map((document) => ({
    ...document,
    askedAs: document.askedAs.split('\n').filter((_, at) => at % FUSE.everyPhrasing === 0),
  }));
  const miniSearch = new MiniSearch({ fields: keys });
  miniSearch.addAll(documents);
  const answering = (ranked: readonly string[]) => ({ ranked, isAnswered: ranked.length > 0 });
  const fuse = new Fuse(lists, { keys });
  const tokenFuse = new Fuse(lists, { keys, useTokenSearch: true });
  return new Map<string, System>([
    ['Fuse, default', (question) => answering(fuse.search(question).map(({ item }) => item.id))],
    ['Fuse, token search', (question) => answering(tokenFuse.search(question).map(({ item }) => item.id))],
    ['MiniSearch, default', (question) => answering(miniSearch.search(question).map(({ id }) => String(id)))],
  ]);
}
