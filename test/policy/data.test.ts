import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadData, policyFiles } from '../../src/build/prepare-data.ts';
import { checkFolder } from '../../src/check/findings.ts';
import { lex } from '../../src/markdown/lex.ts';
import { readBuilt } from '../../src/node/built.ts';
import { readFolder } from '../../src/policy/folder.ts';
import { parseFrontMatter } from '../../src/policy/front-matter.ts';
import { passagesOf } from '../../src/policy/passages.ts';

const DATA = new URL('../../data/', import.meta.url);

const data = loadData(DATA.pathname);
const { sections, page } = data.policy;

describe('the bundled policy', () => {
  it('is byte for byte the published page', () => {
    const files = readdirSync(DATA).filter((name) => name.endsWith('.md'));
    const bodies = ['index.md', ...files.filter((name) => name !== 'index.md').sort()].map(
      (name) => parseFrontMatter(readFileSync(new URL(name, DATA), 'utf8')).body,
    );
    const index = parseFrontMatter(readFileSync(new URL('index.md', DATA), 'utf8'));
    expect(createHash('sha256').update(bodies.join('')).digest('hex')).toBe(index.fields.get('sha256'));
  });

  it('has the introduction and ten sections, numbered in order', () => {
    expect(sections.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each(['name', 'number', 'anchor', 'heading'] as const)('has each %s once', (key) => {
    expect(new Set(sections.map((section) => section[key])).size).toBe(sections.length);
  });

  it('has the anchors of the published page', () => {
    expect(sections.map(({ anchor }) => anchor)).toEqual([
      'rust-kernel-policy',
      'how-is-rust-introduced-in-a-subsystem',
      'do-kernel-maintainers-support-rust-in-the-kernel',
      'who-maintains-rust-code-in-the-kernel',
      'who-is-responsible-if-a-c-change-breaks-a-build-with-rust-enabled',
      'should-maintainers-treat-rust-code-up-to-the-same-standards',
      'didnt-you-promise-rust-wouldnt-be-extra-work-for-maintainers',
      'years-have-passed-have-you-reevaluated-the-tradeoffs-mentioned-in-the-original-rfc',
      'are-duplicated-crust-drivers-allowed',
      'is-rust-for-linux-driven-by-the-rust-community',
      'are-companies-involved-in-rust-in-the-kernel',
    ]);
  });

  it('knows where it comes from', () => {
    expect(page).toEqual({
      title: 'Rust kernel policy',
      source: 'https://rust-for-linux.com/rust-kernel-policy',
      revision: 'fdb0d9896015',
      subject: 'Update link FOSDEM keynote',
      updated: '2025-04-02',
    });
  });

  it('is in dist/ as the loader gives it from data/', () => {
    // Its search tables take a build to train: those of a small folder are compared in `build/bundle.test.ts`.
    for (const [name, content] of Object.entries(policyFiles(data)))
      expect(Buffer.from(content).equals(readBuilt(name)), name).toBe(true);
  });

  it('has search tables of at most 400 kB, which every question loads', () => {
    expect(readBuilt('search.bin').length).toBeLessThanOrEqual(400_000);
  });

  it('has passages that hold what the groups of phrasings quote', () => {
    sections.forEach((section, at) => {
      const passages = passagesOf(lex(section.body)).map(({ text }) => text);
      const quotes = new Set(data.askedAs.sections[at]?.map(({ quote }) => quote));
      for (const quote of quotes) {
        expect(
          passages.filter((text) => text.includes(quote ?? 'no quote')),
          quote,
        ).not.toEqual([]);
      }
    });
  });

  it('has nothing that check finds', () => {
    expect(checkFolder(readFolder(DATA.pathname), false)).toEqual([]);
  });
});
