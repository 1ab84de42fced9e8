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

/** The Message-ID in a link to an archive, percent-encoded; some have a list's name before it, or `r`. */
const IN_LINK =
  /^https?:\/\/(?:(?:[\w-]+\.)?lore\.kernel\.org\/[^/?#]+|lkml\.kernel\.org\/[^/?#]+|(?:[\w-]+\.)?msgid\.link)\/((?:[^/?#%]|%[0-7][\da-f])+)(?:[/?#]|$)/i;

/**
 * A Message-ID in its brackets, from an id with or without them, or from a link to lore.kernel.org. Nothing is looked up.
 *
 * @throws InputError when `typed` is neither.
 */
export function messageIdFrom(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^(?:Message-ID|Link):\s*/i, '')
    .replace(/^<(.*)>$/s, '$1');
  const id = /^https?:/i.test(bare) ? decodeURIComponent(IN_LINK.exec(bare)?.[1] ?? '') : bare;
  if (ID.test(id) && id.length < LIMIT.id) return `<${id}>`;
  throw new InputError(
    `"${typed}" is no Message-ID; give one such as <id@example.org>, or its https://lore.kernel.org/r/ link`,
  );
}

/**
 * The Message-IDs that a reply refers to, oldest first (RFC 5322 3.6.4): those that the message does, else the one that it
 * answers, then its own. None for a message without a Message-ID.
 *
 * @param header gives the value of a header of the message.
 */
export function referencesTo(header: (name: string) => string): string[] {
  const [answered] = messageIds(header('message-id'));
  if (answered === undefined) return [];
  const references = messageIds(header('references'));
  const parents = messageIds(header('in-reply-to'));
  const earlier = references.length === 0 && parents.length === 1 ? parents : references;
  return [...earlier.filter((id) => id !== answered), answered];
}

/**
 * The Message-IDs of a header's value, each once, in their brackets, without those that no line of a mail can hold, and
 * without the address in an old `message of Monday from B <b@example.org>` (RFC 5322 4.5.4).
 */
function messageIds(value: string): string[] {
  const withoutPeople = value.slice(-LIMIT.ids).replace(/\b(?:from|by)\b[^<>]*<[^<>]*>/gi, '');
  return [...new Set(withoutPeople.match(BRACKETED) ?? [])].filter(({ length }) => length <= LIMIT.id);
}
