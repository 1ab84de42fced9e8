import { expect, it } from 'vitest';
import { recipientsOf } from '../../src/mail/recipients.ts';

const people = (addresses: string) =>
  addresses
    .split(' ')
    .filter(Boolean)
    .map((address) => ({ name: '', address: `${address}${address.includes('@') ? '' : '@x'}` }));

function recipients(fields: {
  from?: string;
  to?: string;
  cc?: string;
  replyTo?: string;
  followUpTo?: string;
}) {
  const { from = 'author', to = '', cc = '', replyTo = '', followUpTo = '' } = fields;
  const found = recipientsOf({
    from: people(from),
    to: people(to),
    cc: people(cc),
    replyTo: people(replyTo),
    followUpTo: people(followUpTo),
  });
  const names = (mailboxes: readonly { address: string }[]) =>
    mailboxes.map(({ address }) => address.replace(/@x$/, '')).join(' ');
  return { to: names(found.to), cc: names(found.cc), leftOut: names(found.leftOut) };
}

it.each([
  ['the author, and everybody else in Cc', { to: 'a b', cc: 'c' }, { to: 'author', cc: 'a b c' }],
  ['nobody twice', { to: 'a author', cc: 'A@x c c' }, { to: 'author', cc: 'a c' }],
  ['several authors', { from: 'author second', to: 'a' }, { to: 'author second', cc: 'a' }],
  ['Reply-To instead of the author', { to: 'a', replyTo: 'home' }, { to: 'home', cc: 'a' }],
  ["the author where Reply-To is the list's", { to: 'list', replyTo: 'list' }, { to: 'author', cc: 'list' }],
  [
    'Mail-Followup-To alone, and says who is not in it',
    { to: 'a', cc: 'b', followUpTo: 'a b' },
    { to: 'a b', cc: '', leftOut: 'author' },
  ],
  ['the old To where there is no author', { from: '', to: 'a', cc: 'b' }, { to: 'a', cc: 'b' }],
  [
    'no address that is none, and says so',
    { to: 'bad@ a', cc: '@' },
    { to: 'author', cc: 'a', leftOut: 'bad@ @' },
  ],
])('a reply goes to %s', (_, fields, expected) => {
  expect(recipients(fields)).toEqual({ leftOut: '', ...expected });
});
