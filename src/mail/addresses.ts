import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { InputError } from '../errors.ts';
import { withInvisibleNamed } from '../markdown/invisible.ts';
import { type Characters, canBeAscii, isAscii, kept } from '../render/ascii.ts';

/** A person who gets or sends mail; `name` is empty where there is none. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Characters of a header's value; a line of mail holds 998 with the header's name (RFC 5322 2.1.1). */
const MOST_IN_VALUE = 900;

/** Encoded words (RFC 2047) of which the letters stand as they are, so that a comma in one seems to end a name. */
const ENCODED_WORD = /=\?[^?\s]+\?q\?[^?\s]*\?=/gi;

const LETTER = String.raw`[^\s()<>[\]:;@\\,."]`;
const DOTTED = String.raw`${LETTER}+(?: ?\.[ .]*${LETTER}+)*`;
/** Where a bare address starts: behind no word, as `D.` of `John D. j@x.org` ends a name, unless its dot stands alone. */
const START = String.raw`(?:(?<!(?:${LETTER}|\.) ?)|(?<=${LETTER} )(?=${LETTER}+ \.))`;
const BARE = String.raw`${START}${DOTTED} ?@ ?(?:\[[^\s[\]]*\]|${DOTTED})(?= ?\.? ?(?:$|[,;(]))`;

/** Quoted strings and comments, which stay, and addresses, in whose blanks round `.` and `@` (RFC 5322 4.4) a name would end. */
const SPACED = new RegExp(String.raw`"(?:\\.|[^"\\])*(?:"|$)|\([^()]*\)|<[^<>]*>|${BARE}`, 'g');

/**
 * The mailboxes of a header (RFC 5322 3.4), those of groups too. Those that no mail can be sent to have no address, and all
 * their text for a name.
 *
 * @param decoded decodes the encoded words of a name.
 */
export function mailboxesIn(value: string, decoded = (name: string) => name): Mailbox[] {
  const line = value
    .replace(/\s+/g, ' ')
    // The parser would leave them out, and make another address of one that holds them.
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(ENCODED_WORD, (word) =>
      word.replace(/[^\w=?*-]/g, (sign) => (isAscii(sign) ? `=${Buffer.from(sign).toString('hex')}` : sign)),
    )
    .replace(SPACED, (part) => (/^["(]/.test(part) ? part : part.replace(/ ?([.@]) ?/g, '$1')));
  return addressparser(line, { flatten: true }).flatMap(({ name: written, address }) => {
    const name = withInvisibleNamed(decoded(written).replace(/\s+/g, ' ').trim());
    const known = mailAddress(address);
    if (known !== undefined) return [{ name: name === known ? '' : name, address: known }];
    const all = shownMailbox({ name, address: withInvisibleNamed(address) });
    return all === '' ? [] : [{ name: all, address: '' }];
  });
}

/**
 * The mailboxes that an option names: one, or several between commas.
 *
 * @throws InputError when they are no addresses (RFC 5322 3.4), or hold characters that a header cannot.
 */
export function mailboxesFrom(option: string, typed: string): Mailbox[] {
  const found = mailboxesIn(headerValue(option, typed));
  // Of two addresses without a comma, one would become the other's name.
  if (found.length > 0 && found.every(({ name, address }) => address !== '' && !name.includes('@')))
    return found;
  throw new InputError(
    `"${typed}" is no mail address; give ${option} "Name <user@example.org>" or ${option} user@example.org`,
  );
}

/**
 * The value of a header, from what a person typed.
 *
 * @throws InputError when it is too long for a line, or would end the header.
 */
export function headerValue(option: string, typed: string): string {
  if (typed.length > MOST_IN_VALUE) {
    throw new InputError(
      `${option} is over ${MOST_IN_VALUE} characters, which no line of a mail can hold; shorten it`,
    );
  }
  if (withInvisibleNamed(typed) !== typed || /[\t\n]/.test(typed)) {
    throw new InputError(
      `${option} holds a line end or another control character, which no mail header can; type it in one line`,
    );
  }
  return typed.trim();
}

/**
 * A local part that needs no quotes (RFC 5322 3.2.3), as neither git send-email nor msmtp takes one that does; and that
 * sendmail, which they hand it to, does not take for an option, a pipe or a file.
 */
const LOCAL_PART = /^(?![-|/])[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** A domain, or the number of a host (RFC 5321 4.1.3). */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-z:.]+\])$/i;

/**
 * An address as a header takes it, without a dot at its end, its domain in ASCII (RFC 5891); undefined where no mail can be
 * sent there.
 */
function mailAddress(text: string): string | undefined {
  const [, local = '', domain = ''] = /^"?([^"@]*)"?@([^@]*?)\.?$/.exec(text) ?? [];
  // Of letters alone, as Node takes more than a host.
  const isWords = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && !isAscii(domain);
  const host = isWords ? domainToASCII(domain) : domain;
  const address = `${local}@${host}`;
  return LOCAL_PART.test(local) && HOST.test(host) && address.length <= MOST_IN_VALUE ? address : undefined;
}

/** A mailbox in a sentence, with what it has of name and address. */
export function shownMailbox({ name, address }: Mailbox): string {
  return [name, address && `<${address}>`].filter(Boolean).join(' ');
}

/** A name as a header takes it; with `ascii` without accents, or empty where ASCII lacks some of its letters. */
export function writtenName(name: string, characters: Characters): string {
  return characters !== 'ascii' || canBeAscii(name) ? kept(name, characters) : '';
}

/** Mailboxes without those whose address came before, in the list itself or in `before`. */
export function withoutRepeats(mailboxes: readonly Mailbox[], before: readonly Mailbox[] = []): Mailbox[] {
  const key = ({ name, address }: Mailbox) => (address || name).toLowerCase();
  const seen = new Set(before.map(key));
  return mailboxes.filter((mailbox) => seen.size < seen.add(key(mailbox)).size);
}
