import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexedSection, Page } from '../../src/policy/policy.ts';
import { wrapText } from '../../src/render/layout/wrap.ts';
import { renderMail, renderMailList } from '../../src/render/mail-body.ts';
import { bundled } from '../bundled-policy.ts';
import { markdownBody } from '../markdown-body.ts';
import { lexed } from '../section.ts';

const { policy } = bundled;
const { page, sections } = policy;
const usual = { width: 72, characters: 'ascii' } as const;

function named(name: string): LexedSection {
  const section = sections.find((section) => section.name === name);
  if (section === undefined) throw new Error(`no section ${name}`);
  return lexed(section);
}

function sectionOf(body: string, heading = 'Is it?'): LexedSection {
  return lexed({ number: 1, name: 'it', anchor: 'is-it', heading, body });
}

const golden = (name: string) => new URL(`../rendered/${name}`, import.meta.url).pathname;

describe('a section as a part of a mail', () => {
  it.each([
    ['about', 72],
    ['broken-builds', 72],
    ['broken-builds', 30],
    ['subsystems', 75],
    ['rust-community', 72],
  ])('%s at %i columns', async (name, width) => {
    await expect(renderMail(page, named(name), { ...usual, width })).toMatchFileSnapshot(
      golden(`${name}-${width}.mail`),
    );
  });

  it('quotes lists, quotes, code, tables and links, and what a mail program would take for more', async () => {
    const body = [
      'See [a](https://a.example/) and [b](B.md), then [a again](https://a.example/) and https://c.example/.',
      '- one item that is long enough to be wrapped once, so that its indent is seen\n\n  1. a list in it\n  2. `code` in it',
      '> quoted, and long enough to be wrapped once, so that its mark is seen twice\n>\n> > twice',
      '```c\n/* code is never wrapped, however long the line may be: 0123456789012345678901234567890123 */\n\n\tint main;\n```',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '---',
      '`Cc: a@b`',
      'Cc: a@b',
      'Reviewed-by: A <a@b>\\\nFrom me\\\n.\\\n\\---\\\ndiff --git a/a b/a\\\nIndex: a',
      'No&nbsp;<em>HTML</em> &mdash; “curly” … 中',
    ].join('\n\n');
    await expect(renderMail(page, sectionOf(body), usual)).toMatchFileSnapshot(golden('everything-72.mail'));
    await expect(renderMail(page, sectionOf(body), { ...usual, characters: 'utf8' })).toMatchFileSnapshot(
      golden('everything-72-utf8.mail'),
    );
  });

  it('cites what a folder tells of its source, and numbers links from 1 where it tells nothing', () => {
    const section = sectionOf('See [a](https://a.example/).');
    const cited = (page: Page) => renderMail(page, section, usual).split('\n\n').slice(2).join('\n\n');
    expect(cited({ title: 'notes' })).toBe('[1] https://a.example/\n');
    expect(cited({ title: 'notes', source: 'https://x.example/', revision: 'v2' })).toBe(
      '[1] https://x.example/#is-it\n    revision v2\n[2] https://a.example/\n',
    );
    expect(cited({ title: 'notes', updated: '2025-04-02' })).toBe(
      '    updated 2025-04-02\n[1] https://a.example/\n',
    );
  });

  it('cites a file of a folder as it is called, and its links by addresses', () => {
    const place = { file: 'my docs/p.md', line: 3 };
    const text = renderMail({ title: 'notes' }, { ...sectionOf('See [a](a%20b.md).'), place }, usual);
    expect(text.split('\n\n').at(-1)).toBe('[1] my docs/p.md:3\n[2] my%20docs/a%20b.md\n');
  });

  it('has the revision in one line where it fits, else its parts below each other', () => {
    const cited = (subject: string) =>
      renderMail({ title: 'notes', revision: 'v1', subject }, sectionOf('No.'), { ...usual, width: 30 })
        .split('\n\n')
        .at(-1);
    expect(cited('0123456789')).toBe('    revision v1 ("0123456789")\n');
    expect(cited('0123456789a')).toBe('    revision v1\n    ("0123456789a")\n');
  });

  it('says no more than there is to say', () => {
    expect(renderMail({ title: 'notes' }, sectionOf('No links.'), usual)).toBe(
      'The notes says, under "Is it?":\n\n> No links.\n',
    );
  });

  it.each([
    [{ title: 'The rules' }, 'The rules says'],
    [{ title: 'the rules' }, 'the rules says'],
    [{ title: 'Theory of rules' }, 'The Theory of rules says'],
    [{ title: 'Rules of the house' }, 'The Rules of the house says'],
  ])('puts one article before the title of %j', (title, start) => {
    expect(renderMail(title, sectionOf('.'), usual)).toMatch(new RegExp(`^${start}`));
  });

  it('quotes a heading with the marks that it does not hold', () => {
    expect(renderMail({ title: 'notes' }, sectionOf('.', 'What is "it"?'), usual)).toContain(
      `The notes says, under 'What is "it"?':`,
    );
  });

  it.each([
    ['0123456', 'commit 0123456 ("Fix")'],
    ['0123456789ABCDEF', 'commit 0123456789ABCDEF ("Fix")'],
    ['012345', 'revision 012345 ("Fix")'],
    ['v0123456', 'revision v0123456 ("Fix")'],
    ['0123456-dirty', 'revision 0123456-dirty ("Fix")'],
  ])('cites the revision %s as "%s"', (revision, cited) => {
    const text = renderMail({ title: 'notes', revision, subject: 'Fix' }, sectionOf('.'), usual);
    expect(text.endsWith(`\n    ${cited}\n`)).toBe(true);
  });

  it.each([
    ['https://A.example/b', 'https://A.example/b'],
    ['https://é.example/é', 'https://xn--9ca.example/%C3%A9'],
    ['é/b', '%C3%A9/b'],
    ['<é f/b%20c>', '%C3%A9%20f/b%20c'],
  ])('has the URL %s in ASCII as %s', (url, ascii) => {
    expect(renderMail({ title: 'notes' }, sectionOf(`[a](${url})`), usual)).toContain(`\n[1] ${ascii}\n`);
  });

  it('has no line end in a URL, and no line over 998 octets', () => {
    const section = sectionOf(
      `[a](https://a.example/&#10;Cc:b@c.example) ![b](data:image/png;base64,${'A'.repeat(3000)})`,
    );
    for (const characters of ['ascii', 'utf8'] as const) {
      const text = renderMail(page, section, { ...usual, characters });
      expect(text).toContain('\n[2] https://a.example/Cc:b@c.example\n');
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBe(998);
    }
  });
});

it('lists topics as they are called, without links where no page is known', () => {
  const odd = ['Is [this] *a* `mark`?', 'A_b_c <d> & ~~e~~'].map((heading) => sectionOf('', heading));
  const text = renderMailList({ page: { title: 'notes' }, sections: odd, elsewhere: [] }, usual);
  expect(text).toBe('The notes has these sections:\n\n> - Is [this] *a* `mark`?\n> - A_b_c <d> & ~~e~~\n');
});

it('lists a topic of a folder with its place beside it, whatever marks its heading is made of', () => {
  const marks = '*'.repeat(40);
  const section = { ...sectionOf('', marks), place: { file: 'a.md', line: 7 } };
  const text = renderMailList({ page: { title: 'notes' }, sections: [section], elsewhere: [] }, usual);
  expect(text).toContain(`\n> - ${marks} (a.md:7)\n`);
});

it('lists the topics', async () => {
  await expect(renderMailList(policy, usual)).toMatchFileSnapshot(golden('list.mail'));
});

it('cites a section of a folder by its file and line, beside its page where it has one', () => {
  const placed = {
    ...sectionOf('See [b](b.md).'),
    place: { file: 'pets/cats.md', line: 7 },
    parents: ['Pets'],
  };
  const mail = (section: typeof placed) => renderMail({ title: 'rules', folder: '/home/me' }, section, usual);
  expect(mail(placed)).toBe(
    'rules [1] says, under "Pets > Is it?":\n\n> See b [2].\n\n[1] pets/cats.md:7\n[2] pets/b.md\n',
  );
  expect(mail({ ...placed, source: 'https://example.org/cats' })).toContain(
    '[1] https://example.org/cats#is-it\n    pets/cats.md:7\n[2] https://example.org/b\n',
  );
});

describe('for any Markdown body and any width from 30 to 75', () => {
  const any = fc.record({
    body: markdownBody,
    width: fc.integer({ min: 30, max: 75 }),
    heading: fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/gu, ' ')),
  });
  /** Behind quote marks, bullets and numbers: a line of a code block, or one word that is a URL. */
  const LONE_URL = /^(?:> ?|- |\d+\. |\[[ x\d]+\] | )*(?: {4}.*|\S*:\/\/\S*)$/;
  /** The same, or any word: code may go on for lines, so that its backticks need not stand in this one. */
  const LONE_WORD = /^(?:> ?|- |\d+\. |\[[ x\d]+\] | )*(?: {4}.*|\S*)$/;
  const mail = (body: string, width: number, heading?: string) =>
    renderMail(page, sectionOf(body, heading), { width, characters: 'ascii' });

  it('there is nothing but ASCII, and no control character but tabs in code', () => {
    fc.assert(
      fc.property(any, ({ body, width, heading }) => {
        expect(mail(body, width, heading)).toMatch(/^[\t\n\x20-\x7e]*$/);
      }),
    );
  });

  it('there is no trailing blank, and one final newline', () => {
    fc.assert(
      fc.property(any, ({ body, width, heading }) => {
        const text = mail(body, width, heading);
        expect(text).not.toMatch(/[ \t]$/m);
        expect(text).toMatch(/[^\n]\n$/);
      }),
    );
  });

  it('no line is over the width, save a lone URL or code', () => {
    fc.assert(
      fc.property(any, ({ body, width, heading }) => {
        const alone = body.includes('`') ? LONE_WORD : LONE_URL;
        const over = mail(body, width, heading)
          .split('\n')
          .filter((line) => line.length > width && !alone.test(line));
        expect(over).toEqual([]);
      }),
    );
  });

  it('every line is a quote, or is safe from mail programs', () => {
    fc.assert(
      fc.property(any, ({ body, width, heading }) => {
        for (const line of mail(body, width, heading).split('\n')) {
          expect(line).not.toMatch(/^(?:\.|-|From |diff -|Index: |[\w-]+:(?!\/\/)|>\S)/);
        }
      }),
    );
  });

  it('wrapping twice is wrapping once', () => {
    const prose = fc
      .array(fc.lorem({ maxCount: 40, mode: 'sentences' }), { minLength: 1, maxLength: 4 })
      .map((paragraphs) => paragraphs.join('\n\n'));
    fc.assert(
      fc.property(prose, fc.integer({ min: 30, max: 75 }), (body, width) => {
        const [, quote = ''] = mail(body, width).split(/\n\n/);
        const paragraphs = quote.replace(/^> ?/gm, '').split('\n\n');
        const again = paragraphs.map((text) => wrapText(text, width - 2).join('\n'));
        expect(again).toEqual(paragraphs);
      }),
    );
  });
});
