import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect } from 'vitest';
import { main } from '../../src/main.ts';
import { testWith } from '../programs.ts';
import { worldOf } from '../world.ts';

/** Python's `email` reads messages from standard input, one a line in base64, and tells what it finds. */
const READER = `
import base64, email, email.policy, json, sys
for line in sys.stdin:
    message = email.message_from_bytes(base64.b64decode(line), policy=email.policy.default)
    people = {}
    for name in ('from', 'to', 'cc'):
        for address in (message[name].addresses if message[name] else ()):
            # Python leaves a blank between encoded words of a name, where RFC 2047 6.2 has none.
            people.setdefault(address.addr_spec.lower(), ''.join(address.display_name.split()))
    body = message.get_body(('plain', 'html'))
    text = body.get_content()
    print(json.dumps({'people': people, 'subject': str(message['subject']), 'text': text}))
`;

interface Found {
  readonly people: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
}

function readByPython(messages: readonly Uint8Array[]): Found[] {
  const input = messages.map((message) => `${Buffer.from(message).toString('base64')}\n`).join('');
  const { stdout, stderr } = spawnSync('python3', ['-c', READER], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Letters that a charset has, and whose bytes are never valid UTF-8, which Latin texts are read as where they are. */
const ALPHABETS: Readonly<Record<string, string>> = {
  'us-ascii': 'abcxyzABC019',
  'utf-8': 'aé中路λжß’—😀',
  'iso-8859-1': 'aéüßÅñ',
  'windows-1252': 'aü’“”—€',
  'iso-8859-2': 'ažšřąŁ',
  'iso-8859-15': 'aü€ŠŽ',
  'koi8-r': 'жщяЖ',
  'windows-1251': 'жщяЖ“',
  gb2312: '中文路人',
  big5: '中文路人',
  shift_jis: '日本語かな',
  'euc-jp': '日本語かな',
  'euc-kr': '한국어',
  cp850: 'aéüßÅñ',
};

interface Made {
  readonly message: Uint8Array;
  /** The subject without its prefixes. */
  readonly subject: string;
}

const made: fc.Arbitrary<Made> = fc.constantFrom(...Object.keys(ALPHABETS)).chain((charset) => {
  const alphabet = ALPHABETS[charset] ?? '';
  const word = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 9 });
  const words = (most: number) =>
    fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
  const person = fc.record({
    name: words(3),
    form: fc.constantFrom('plain', 'quoted', 'bare', 'dotted', 'encoded'),
  });
  const people = fc.array(person, { minLength: 1, maxLength: 4 });
  return fc
    .record({
      subject: words(12),
      prefix: fc.constantFrom('', 'Re: ', 'AW: Re: ', 'R: ', 'Re[2]: ', 'RES: ', 'Odp: '),
      word: fc.constantFrom('b', 'q'),
      people: fc.record({ from: person, to: people, cc: people, isGroup: fc.boolean() }),
      lines: fc.array(
        fc.oneof(
          words(8),
          fc.constant(''),
          words(6).map((line) => `> ${line}`),
        ),
        { minLength: 1, maxLength: 9 },
      ),
      encoding: fc.constantFrom('8bit', 'base64', 'quoted-printable'),
      structure: fc.constantFrom('plain', 'alternative', 'mixed', 'nested'),
      end: fc.constantFrom('\n', '\r\n'),
    })
    .map((parts) => ({ message: messageOf(charset, parts), subject: parts.subject }));
});

interface Parts {
  readonly subject: string;
  readonly prefix: string;
  readonly word: string;
  readonly people: { from: Person; to: readonly Person[]; cc: readonly Person[]; isGroup: boolean };
  readonly lines: readonly string[];
  readonly encoding: string;
  readonly structure: string;
  readonly end: string;
}

interface Person {
  readonly name: string;
  readonly form: string;
}

function messageOf(
  charset: string,
  { subject, prefix, word, people, lines, encoding, structure, end }: Parts,
): Uint8Array {
  const words = (text: string) => encodedWords(text, charset, word);
  let count = 0;
  const person = ({ name, form }: Person) => {
    count += 1;
    const address = `p${count}.x@${'sub.'.repeat(count % 3)}example.org`;
    const isAscii = /^[ -~]*$/.test(name);
    if (form === 'bare') return address;
    if (form === 'dotted') return `Dr. Who <p${count} . x@example . org>`;
    if (form === 'quoted' && isAscii) return `"${name}, Jr. (x)" <${address}>`;
    return `${isAscii && form === 'plain' ? name : words(name)} <${address}>`;
  };
  const to = people.to.map(person).join(',\n ');
  const part = partOf([...lines, 'The end'].join('\n'), charset, encoding);
  const header = [
    `From: ${person(people.from)}`,
    `To: ${people.isGroup ? `Team: ${to};` : to}`,
    `Cc: ${people.cc.map(person).join(', ')}`,
    `Subject: ${prefix}${words(subject)}`,
    'Message-ID: <1@example.org>',
    'MIME-Version: 1.0',
  ].join('\n');
  const whole = `${header}\n${structured(part, structure)}`;
  return Buffer.from(whole.replaceAll('\n', end), 'latin1');
}

/** RFC 2047, a few characters a word. */
function encodedWords(text: string, charset: string, encoding: string): string {
  const pieces = [...text].reduce<string[]>((all, character, at) => {
    if (at % 7 === 0) all.push('');
    all.push(`${all.pop()}${character}`);
    return all;
  }, []);
  return pieces
    .map((piece) => {
      const bytes = iconv.encode(piece, charset);
      const hex = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
      return `=?${charset}?${encoding}?${encoding === 'b' ? bytes.toString('base64') : hex}?=`;
    })
    .join('\n ');
}

/** Headers and body of a part with a text, a character a byte. */
function partOf(text: string, charset: string, encoding: string): string {
  const bytes = iconv.encode(`${text}\n`, charset);
  const quoted = bytes
    .toString('latin1')
    .replace(/[^\n -<>-~]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/(.{60}[^=]{3})(?=.)/g, '$1=\n');
  const encoded: Readonly<Record<string, string>> = {
    '8bit': bytes.toString('latin1'),
    base64: `${bytes.toString('base64').replace(/.{76}/g, '$&\n')}\n`,
    'quoted-printable': quoted,
  };
  return `Content-Type: text/plain; charset="${charset}"\nContent-Transfer-Encoding: ${encoding}\n\n${encoded[encoding]}`;
}

function structured(part: string, structure: string): string {
  const multipart = (type: string, boundary: string, parts: readonly string[]) =>
    `Content-Type: multipart/${type}; boundary="${boundary}"\n\n${parts.map((text) => `--${boundary}\n${text}\n`).join('')}--${boundary}--\n`;
  const attached = 'Content-Type: text/x-patch\nContent-Disposition: attachment; filename=a\n\n+x';
  switch (structure) {
    case 'alternative':
      return multipart('alternative', 'b=_1', [part, 'Content-Type: text/html\n\n<p>Not this.</p>']);
    case 'mixed':
      return multipart('mixed', 'b (2)', [part, attached]);
    case 'nested':
      return multipart('mixed', 'b', [multipart('alternative', 'bb', [part]), attached]);
    default:
      return part;
  }
}

const REPLY = ['mail', '--reply', 'message', '--topic', 'broken-builds'];

testWith('python3')(
  'python3 finds the same people, subject and words in a reply as in the message',
  async () => {
    const all = fc.sample(made, 60);
    const policy = worldOf();
    await main(['show', 'broken-builds', '--format', 'mail', '--width', '72'], policy.io);
    const drafts = await Promise.all(
      all.map(async ({ message }) => {
        const world = worldOf({ files: { message } });
        expect(await main(REPLY, world.io)).toBe(0);
        return Buffer.from(world.out());
      }),
    );
    const found = readByPython([...all.map(({ message }) => message), ...drafts]);
    for (const [at, { subject, message }] of all.entries()) {
      const [original, reply] = [found[at], found[at + all.length]];
      const shown = Buffer.from(message).toString('latin1');
      expect(reply?.people, shown).toEqual(original?.people);
      expect(original?.subject.endsWith(subject), shown).toBe(true);
      expect(reply?.subject, shown).toBe(`Re: ${subject}`);
      expect(quotedWords(reply?.text.replace(policy.out(), '\n') ?? ''), shown).toEqual(
        original?.text.split(/\s+/).filter(Boolean),
      );
    }
  },
);

function quotedWords(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.startsWith('>'));
  return lines.flatMap((line) => line.replace(/^> ?/, '').split(/\s+/)).filter(Boolean);
}
