import { InputError } from '../errors.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import type { Characters } from '../render/ascii.ts';
import { headerValue, type Mailbox, mailAddress, writtenName } from './addresses.ts';

/** How a header's text is decoded; it comes a character a byte. */
export interface HeaderDecoder {
  /** With its encoded words. */
  readonly words: (raw: string) => string;
  /** Without them: an address holds none. */
  readonly bytes: (raw: string) => string;
}

const AS_IT_IS: HeaderDecoder = { words: (text) => text, bytes: (text) => text };

/** A quoted string, an encoded word (whose signs mean nothing here), a domain literal, blanks, or a single sign. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|=\?[^?\s]+\?[bq]\?[^?]*\?=|\[[^\][]*\]|\s+|[^\s"<>,;:()=[]+|./gisy;

const LIMIT = Object.freeze({
  /** Characters of a person's name and address: a line of mail holds no more. */
  entry: 2_000,
});

/** What stands between two commas. */
interface Entry {
  /** As it stands there, for an address. */
  raw: string;
  /** Without quotes, for a name. */
  name: string;
  /** Between `<` and `>`. */
  angle: string | undefined;
  readonly comments: string[];
}

/**
 * The mailboxes of a header (RFC 5322 3.4), those of groups too, as mail programs write them and as they once did: nested
 * comments, routes, blanks round dots. Those that no mail can be sent to have no address, and all their text for a name.
 */
export function mailboxesIn(value: string, decoder = AS_IT_IS): Mailbox[] {
  const found: Mailbox[] = [];
  const lastClosing = value.lastIndexOf('>');
  let entry = newEntry();
  let isAngle = false;
  let lastComment = value.lastIndexOf(')');
  let at = 0;
  while (at < value.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(value)?.[0] ?? value.slice(at);
    const commentEnd = token === '(' && at < lastComment ? endOfComment(value, at) : undefined;
    const end = commentEnd ?? at + token.length;
    if (commentEnd !== undefined) entry.comments.push(value.slice(at + 1, end - 1));
    else if (token === '<' && at < lastClosing) {
      entry.angle = '';
      isAngle = true;
    } else if (token === '>') isAngle = false;
    else if (isAngle) entry.angle = (entry.angle ?? '') + token;
    else if (token === ',' || token === ';') {
      found.push(...mailboxOf(entry, decoder));
      entry = newEntry();
    } else if (token === ':' && !entry.raw.includes('@')) entry = newEntry();
    else {
      entry.raw += token;
      entry.name += token.startsWith('"') ? unquoted(token) : token;
    }
    // One that never ends is looked for once, and its sign means nothing then.
    if (token === '(' && commentEnd === undefined) lastComment = -1;
    at = end;
  }
  return [...found, ...mailboxOf(entry, decoder)];
}

/**
 * The mailboxes that an option names: one, or several between commas.
 *
 * @throws InputError when they are no addresses (RFC 5322 3.4), or hold characters that a header cannot.
 */
export function mailboxesFrom(option: string, typed: string, characters: Characters): Mailbox[] {
  const found = mailboxesIn(headerValue(option, typed));
  if (found.length > 0 && found.every(({ address }) => address !== ''))
    return found.map(({ name, address }) => ({ name: writtenName(name, characters), address }));
  throw new InputError(
    `"${typed}" is no mail address; give ${option} "Name <user@example.org>" or ${option} user@example.org`,
  );
}

function newEntry(): Entry {
  return { raw: '', name: '', angle: undefined, comments: [] };
}

/** Behind a comment, which may hold others; undefined where it never ends. */
function endOfComment(value: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === '(') depth += 1;
    else if (value[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function mailboxOf(entry: Entry, { words, bytes }: HeaderDecoder): Mailbox[] {
  const line = (text: string) => withInvisibleNamed(words(text).replace(/\s+/g, ' ').trim());
  const comment = line(entry.comments.map((text) => text.replace(/\\(.)/g, '$1')).join(' '));
  const { address, around } = partsOf(entry);
  const name = line(around) || comment;
  const known = mailAddress(bytes(address));
  if (known !== undefined) return [{ name: name === known ? '' : name, address: known }];
  const all = [name, address === '' ? '' : `<${line(address)}>`].filter(Boolean).join(' ');
  return all === '' ? [] : [{ name: all, address: '' }];
}

function partsOf({ raw, name, angle }: Entry): { address: string; around: string } {
  if (raw.length + (angle ?? '').length > LIMIT.entry)
    return { address: '', around: `${name} ${angle ?? ''}` };
  if (angle !== undefined) return { address: angle, around: name };
  const quotesAside = raw
    .replace(/"(?:[^"\\]|\\.)*"/gs, '""')
    .replace(/\s+/g, ' ')
    .replace(/ ?([.@]) ?/g, '$1');
  if (/^ ?[^ ]+@[^ ]+ ?$/.test(quotesAside)) return { address: raw, around: '' };
  // "B b@example.org" lacks its angles.
  const [, around = '', address = ''] = /^([^@]*\s)([^\s@]+@[^\s@]+)$/.exec(raw.trim()) ?? [];
  return address === '' ? { address, around: name } : { address, around };
}

function unquoted(token: string): string {
  return token.replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1');
}
