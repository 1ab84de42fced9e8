import { InputError } from '../errors.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import { type Characters, canBeAscii, isAscii, kept } from '../render/ascii.ts';

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
 * The value of a header, from what a person typed.
 *
 * @throws InputError when it is too long for a line, or would end the header.
 */
export function headerValue(option: string, typed: string): string {
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
  return typed.trim();
}

/** A local part that needs no quotes (RFC 5322 3.2.3): neither git send-email nor msmtp takes one that does. */
const DOT_ATOM = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** Local parts that sendmail takes for an option, a pipe or a file: git send-email and s-nail hand it the address. */
const ACTED_ON = /^[-|/]/;

/**
 * An address as a header takes it, without obsolete routes, blanks round dots and a dot at its end (RFC 5322 4.4), its
 * domain in ASCII (RFC 5891); undefined where no mail can be sent there.
 */
export function mailAddress(text: string): string | undefined {
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/^ ?@[^:]*:/, '')
    .trim();
  const [, local = '', domain = ''] = /^("(?:[^"\\]|\\.)*"|[^"@]*) ?@([^@]*)$/.exec(bare) ?? [];
  const name = local.startsWith('"') ? local.slice(1, -1).replace(/\\(.)/g, '$1') : withoutBlanks(local);
  if (ACTED_ON.test(name)) return undefined;
  const host = asciiDomain(withoutBlanks(domain).replace(/\.$/, ''));
  const address = `${name}@${host}`;
  if (!DOT_ATOM.test(name) || address.length > LIMIT.value || !isAscii(address)) return undefined;
  return HOST.test(host) ? address : undefined;
}

/** A domain, or the number of a host (RFC 5321 4.1.3). */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-z:.]+\])$/i;

function withoutBlanks(text: string): string {
  return text.trim().replace(/ ?\. ?/g, '.');
}

function asciiDomain(domain: string): string {
  if (isAscii(domain) || /[^\p{L}\p{M}\p{N}.-]/u.test(domain)) return domain;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}

/** A name as a header takes it; with `ascii` without accents, or empty where ASCII lacks some of its letters. */
export function writtenName(name: string, characters: Characters): string {
  return characters !== 'ascii' || canBeAscii(name) ? kept(name, characters) : '';
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

function key({ name, address }: Mailbox): string {
  return (address || name).toLowerCase();
}
