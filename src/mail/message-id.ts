import { InputError } from '../errors.ts';

/** A Message-ID without its brackets: printable ASCII around one `@`. Ids in use are not as narrow as RFC 5322 3.6.4. */
const ID = /^[!-;=?A-~]+@[!-;=?A-~]+$/;

const LIMIT = Object.freeze({
  /** Characters; a line of mail holds 998 with the header's name (RFC 5322 2.1.1). */
  id: 900,
  /** Characters of a header with ids, from its end, where the latest are. */
  ids: 20_000,
});

const BRACKETED = /<[!-;=?-~]+>/g;

/** Archives whose URLs hold a Message-ID; `skipped` are the parts of the path before it, as a list's name or `r`. */
const ARCHIVES: readonly { readonly host: RegExp; readonly skipped: number }[] = [
  { host: /^(?:[\w-]+\.)?lore\.kernel\.org$|^lkml\.kernel\.org$/, skipped: 1 },
  { host: /^(?:[\w-]+\.)?msgid\.link$/, skipped: 0 },
];

/**
 * A Message-ID in its brackets, from an id with or without them, or from a link to lore.kernel.org, whose path holds it
 * percent-encoded. Nothing is looked up.
 *
 * @throws InputError when `typed` is neither.
 */
export function messageIdFrom(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^(?:Message-ID|Link):\s*/i, '')
    .replace(/^<(.*)>$/s, '$1');
  const id = /^https?:/i.test(bare) ? idInLink(bare) : bare;
  if (id !== undefined && ID.test(id) && id.length < LIMIT.id) return `<${id}>`;
  throw new InputError(
    `"${typed}" is no Message-ID; give one such as <id@example.org>, or its https://lore.kernel.org/r/ link`,
  );
}

function idInLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { hostname, pathname } = new URL(link);
  const archive = ARCHIVES.find(({ host }) => host.test(hostname));
  const part = archive === undefined ? undefined : pathname.split('/')[1 + archive.skipped];
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    // It holds a % that encodes nothing.
    return undefined;
  }
}

/**
 * The Message-IDs of a header's value, each once, in their brackets, without those that no line of a mail can hold, and
 * without the address in an old `message of Monday from B <b@example.org>` (RFC 5322 4.5.4).
 */
export function messageIds(value: string): string[] {
  const withoutPeople = value.slice(-LIMIT.ids).replace(/\b(?:from|by)\b[^<>]*<[^<>]*>/gi, '');
  return [...new Set(withoutPeople.match(BRACKETED) ?? [])].filter(({ length }) => length <= LIMIT.id);
}

/** The headers that put a reply into its thread. */
export interface Thread {
  readonly inReplyTo: string;
  /** Oldest first; the last is the message that is answered. */
  readonly references: readonly string[];
}

/** The headers of a message that tell its place in a thread, as Message-IDs. */
export interface ThreadHeaders {
  readonly messageId: string | undefined;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}

/**
 * How a reply to a message is threaded (RFC 5322 3.6.4): its references, else the one message that it answers, then
 * itself. Undefined for a message without a Message-ID.
 */
export function threadOf({ messageId, inReplyTo, references }: ThreadHeaders): Thread | undefined {
  if (messageId === undefined) return undefined;
  const parents = references.length > 0 ? references : inReplyTo.length === 1 ? inReplyTo : [];
  return { inReplyTo: messageId, references: [...parents.filter((id) => id !== messageId), messageId] };
}
