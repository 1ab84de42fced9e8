import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { messageIdFrom, referencesTo } from '../../src/mail/message-id.ts';

describe('a Message-ID that a person gives', () => {
  it.each([
    ['<a.b-1@kernel.org>', 'in brackets'],
    ['a.b-1@kernel.org', 'without'],
    [' <a.b-1@kernel.org> ', 'with blanks around it'],
    ['Message-ID: <a.b-1@kernel.org>', 'with the header'],
    ['https://lore.kernel.org/r/a.b-1@kernel.org/', 'as a Link: holds it'],
    ['Link: https://lore.kernel.org/r/a.b-1@kernel.org', 'with the trailer'],
    ['<https://lore.kernel.org/all/a.b-1@kernel.org/>', 'as a link in brackets'],
    ['https://lore.kernel.org/rust-for-linux/a.b-1@kernel.org/T/#u', "as a list's archive shows it"],
    ['http://lore.kernel.org/lkml/a.b-1%40kernel.org/t.mbox.gz', 'percent-encoded'],
    ['https://lkml.kernel.org/r/a.b-1@kernel.org', 'as the old archive has it'],
    ['https://patch.msgid.link/a.b-1@kernel.org', 'as b4 writes it'],
  ])('may be %s (%s)', (typed) => {
    expect(messageIdFrom(typed)).toBe('<a.b-1@kernel.org>');
  });

  it('is decoded from a link', () => {
    expect(messageIdFrom('https://lore.kernel.org/r/CA%2Fb%2Bc=@mail.gmail.com/')).toBe(
      '<CA/b+c=@mail.gmail.com>',
    );
    expect(messageIdFrom('CAHk-=wgL$b_1@mail.gmail.com')).toBe('<CAHk-=wgL$b_1@mail.gmail.com>');
  });

  it.each([
    ['', 'nothing'],
    ['hello', 'no @'],
    ['a@b@c', 'two @'],
    ['a b@c', 'a blank'],
    ['<a@b> <c@d>', 'two'],
    ['a@b\nBcc: c@d', 'another header'],
    ['é@b', 'not ASCII'],
    ['https://lore.kernel.org/', 'a link without one'],
    ['https://lore.kernel.org/all/?q=a@b', 'a search'],
    ['https://lore.kernel.org/r/%0A@b/', 'a line end in a link'],
    ['https://lore.kernel.org/r/%zz@b/', 'broken encoding'],
    ['https://lore.kernel.org/r/%ff@b/', 'bytes that are not ASCII'],
    ['https://example.org/lore.kernel.org/r/a@b', "an archive's name in another's path"],
    ['https://example.org/r/a@b', 'another archive'],
  ])('is not %j (%s)', (typed) => {
    expect(() => messageIdFrom(typed)).toThrow(InputError);
  });
});

describe('the references of a reply (RFC 5322 3.6.4)', () => {
  const referencesOf = (references: string, inReplyTo: string, id = '<m@x>') => {
    const headers: Readonly<Record<string, string>> = {
      references,
      'in-reply-to': inReplyTo,
      'message-id': id,
    };
    return referencesTo((name) => headers[name] ?? '');
  };

  it.each([
    ['are those of the message, and itself', '<a@x> <b@x>', '<b@x>', ['<a@x>', '<b@x>', '<m@x>']],
    ['are its parent and itself where it has none', '', '<b@x>', ['<b@x>', '<m@x>']],
    ['are itself alone where it has several parents', '', '<a@x> <b@x>', ['<m@x>']],
    ['are itself alone where it starts the thread', '', '', ['<m@x>']],
    ['hold it once, last', '<m@x> <a@x>', '', ['<a@x>', '<m@x>']],
    [
      'are each there once, in brackets',
      '<a@x>\n <b@x> (comment) <a@x> junk',
      '',
      ['<a@x>', '<b@x>', '<m@x>'],
    ],
    ['hold no address of who is answered', '', 'Message of Monday from B <b@x> <a@x>', ['<a@x>', '<m@x>']],
  ])('%s', (_, references, inReplyTo, expected) => {
    expect(referencesOf(references, inReplyTo)).toEqual(expected);
  });

  it('are none where the message has no Message-ID', () => {
    expect(referencesOf('<a@x>', '', '')).toEqual([]);
  });
});
