import { expect, it } from 'vitest';
import type { Mailbox } from '../../src/mail/addresses.ts';
import { recipientsOf } from '../../src/mail/recipients.ts';

const people = (addresses: string) =>
  addresses
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [name = '', address = ''] = text.includes('=') ? text.split('=') : ['', text];
      // As the reader of headers gives what is no address.
      if (address.endsWith('!')) return { name: address, address: '' };
      return { name, address: `${address}${address.includes('@') ? '' : '@x'}` };
    });

function recipients(fields: {
  from?: string;
  to?: string;
  cc?: string;
  replyTo?: string;
  followUpTo?: string;
  lists?: readonly string[];
  own?: string;
}) {
  const { from = 'author', to = '', cc = '', replyTo = '', followUpTo = '', lists = [], own } = fields;
  const message = {
    from: people(from),
    to: people(to),
    cc: people(cc),
    replyTo: people(replyTo),
    followUpTo: people(followUpTo),
    lists,
  };
  const found = recipientsOf(message, own);
  const names = (mailboxes: readonly Mailbox[]) =>
    mailboxes
      .map(
        ({ name, address }) =>
          `${name === '' || address === '' ? name : `${name}=`}${address.replace(/@x$/, '')}`,
      )
      .join(' ');
  return {
    to: names(found.to),
    cc: names(found.cc),
    leftOut: names(found.leftOut),
    own: names(found.own),
  };
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
    { to: 'bad! a', cc: '!' },
    { to: 'author', cc: 'a', leftOut: 'bad! !' },
  ],
  [
    'the author whom a relay wrote for, also where Cc has him',
    { from: 'A via Relay=devnull+a', replyTo: 'a', to: 'm', cc: 'A=a list' },
    { to: 'a', cc: 'm list' },
  ],
  [
    'the author whose list rewrote From',
    { from: 'A via List=list', replyTo: 'a', to: 'list', lists: ['list@x'] },
    { to: 'a', cc: 'list' },
  ],
  [
    "Reply-To that is the author's own, also where Cc has it",
    { from: 'A=work', replyTo: 'home', to: 'm', cc: 'A=home' },
    { to: 'home', cc: 'm' },
  ],
  [
    "the author where Reply-To is the list's by List-Post, though the list is not in To",
    { to: 'm', replyTo: 'list', lists: ['list@x'] },
    { to: 'author', cc: 'm list' },
  ],
  [
    "the author where Reply-To is the list's by List-Id",
    { to: 'm', replyTo: 'list@y.org', lists: ['list.y.org'] },
    { to: 'author', cc: 'm list@y.org' },
  ],
  [
    'the author where Reply-To is no address',
    { to: 'a', replyTo: '!' },
    { to: 'author', cc: 'a', leftOut: '!' },
  ],
  [
    'everybody where Mail-Followup-To is no address',
    { to: 'a', followUpTo: '!' },
    { to: 'author', cc: 'a', leftOut: '!' },
  ],
  ["From's name where Reply-To has the same address", { from: 'A=a', replyTo: 'a' }, { to: 'A=a', cc: '' }],
  ['nobody who answers', { to: 'me a', cc: 'b', own: 'ME@x' }, { to: 'author', cc: 'a b', own: 'me' }],
  ['the others of an own message', { from: 'me', to: 'a', own: 'me@x' }, { to: 'a', cc: '', own: 'me' }],
  ['oneself where nobody else is left', { from: 'me', own: 'me@x' }, { to: 'me', cc: '' }],
])('a reply goes to %s', (_, fields, expected) => {
  expect(recipients(fields)).toEqual({ leftOut: '', own: '', ...expected });
});
