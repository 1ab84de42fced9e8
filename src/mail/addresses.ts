import addresses from 'email-addresses';
import { InputError } from '../errors.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import { type Characters, isAscii, toAscii, withoutAscii } from '../render/ascii.ts';

/** A person who gets or sends mail; `name` is empty where there is none. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const LIMIT = Object.freeze({
  /** Characters of a header's value; a line of mail holds 998 with the header's name (RFC 5322 2.1.1). */
  value: 900,
});

/**
 * The mailboxes that an option names: one, or several between commas.
 *
 * @throws InputError when they are no addresses (RFC 5322 3.4), or hold characters that a header cannot.
 */
export function mailboxesFrom(option: string, typed: string, characters: Characters): Mailbox[] {
  const value = headerValue(option, typed, characters);
  const parsed = addresses.parseAddressList({ input: value, rfc6532: true });
  const found = parsed?.flatMap((entry) => (entry.type === 'group' ? entry.addresses : [entry])) ?? [];
  const mailboxes = found.map(({ name, address }) => ({ name: name ?? '', address }));
  if (mailboxes.length > 0 && mailboxes.every(({ address }) => isAscii(address))) return mailboxes;
  throw new InputError(
    `"${typed}" is no mail address; give ${option} "Name <user@example.org>" or ${option} user@example.org`,
  );
}

/**
 * The value of a header, from what a person typed.
 *
 * @throws InputError when it is too long for a line, would end the header, or would have to be encoded without `--utf8`.
 */
export function headerValue(option: string, typed: string, characters: Characters): string {
  if (typed.length > LIMIT.value) {
    throw new InputError(
      `${option} is over ${LIMIT.value} characters, which no line of a mail can hold; shorten it`,
    );
  }
  if (withInvisibleNamed(typed) !== typed || /[\t\n]/.test(typed)) {
    throw new InputError(
      `${option} holds a line end or another control character, which no mail header can; type it in one line`,
    );
  }
  if (characters === 'ascii' && !isAscii(typed)) {
    throw new InputError(
      `${option} "${typed}" is not ASCII, which some mail programs garble in headers; write it in ASCII, or add --utf8 to have it encoded`,
    );
  }
  return typed.trim();
}

/** Whether mail can be sent to an address of a message (RFC 5322 3.4.1). */
export function isAddress(address: string): boolean {
  return (
    address.length <= LIMIT.value && isAscii(address) && addresses.parseOneAddress(`<${address}>`) !== null
  );
}

/** A name as a header takes it; in ASCII without accents, or empty where ASCII lacks some of its letters. */
export function writtenName(name: string, characters: Characters): string {
  const line = withInvisibleNamed(name.replace(/\s+/g, ' ').trim());
  if (characters === 'utf8') return line;
  return withoutAscii(line).length === 0 ? toAscii(line) : '';
}

/** Mailboxes without those whose address came before, in the list itself or in `before`. */
export function withoutRepeats(mailboxes: readonly Mailbox[], before: readonly Mailbox[] = []): Mailbox[] {
  const seen = new Set(before.map(key));
  return mailboxes.filter((mailbox) => {
    const isNew = !seen.has(key(mailbox));
    seen.add(key(mailbox));
    return isNew;
  });
}

function key({ address }: Mailbox): string {
  return address.toLowerCase();
}
