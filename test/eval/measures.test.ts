import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadFolder } from '../../src/policy/folder.ts';
import { find } from '../../src/search/answer.ts';
import { bundled } from '../bundled-policy.ts';
import { alike } from './alike.ts';
import { measureMails, readMails, sentencesOf } from './mails.ts';
import { answeredShare, confusions, isAnswerable, measure, measuresOf, type System } from './measures.ts';
import { misranked } from './misranked.ts';
import { measurePointers, readPointers } from './pointers.ts';
import { normalized, readQuestions } from './question.ts';

const root = new URL('../../', import.meta.url).pathname;
const questions = readQuestions(`${root}test/questions.jsonl`);
const POINTERS = `${root}test/pointers.jsonl`;
const MAILS = `${root}test/eval/mails`;
const loaded = loadFolder(`${root}data`);
const { askedAs } = loaded;
const { policy, index } = bundled;

const ours: System = (question) => {
  const { closest, outcome } = find(policy, index, question);
  return { ranked: closest.map(({ section }) => section.anchor), isAnswered: outcome === 'answered' };
};

describe('the measuring questions, a little below what was measured when they were last set', () => {
  const measured = measure(ours, questions);
  const asked = measuresOf(
    measured.filter(isAnswerable).filter(({ question }) => !question.style.endsWith('remark')),
  );
  const remarks = measuresOf(measured.filter(({ question }) => question.style === 'remark'));
  const listRemarks = measuresOf(measured.filter(({ question }) => question.style === 'list remark'));

  it('are enough to measure with', () => {
    expect(asked.count).toBeGreaterThanOrEqual(200);
    expect(measured.filter((each) => !isAnswerable(each)).length).toBeGreaterThanOrEqual(100);
  });

  it('find the right section first, and among the first three', () => {
    expect(asked.first).toBeGreaterThanOrEqual(0.96);
    expect(asked.three).toBeGreaterThanOrEqual(0.985);
    expect(remarks.first).toBeGreaterThanOrEqual(0.87);
    expect(remarks.three).toBeGreaterThanOrEqual(0.94);
    expect(listRemarks.count).toBeGreaterThanOrEqual(100);
    expect(listRemarks.first).toBeGreaterThanOrEqual(0.93);
  });

  it('are seldom refused, and seldom answered wrongly', () => {
    expect(asked.refused).toBeLessThanOrEqual(0.04);
    expect(asked.wrong).toBeLessThanOrEqual(0.03);
  });

  it('are seldom answered where the policy does not say', () => {
    expect(answeredShare(measured.filter((each) => !isAnswerable(each)))).toBeLessThanOrEqual(0.08);
  });

  it('are sent to the page that answers them, seldom to a wrong one', () => {
    const pointers = measurePointers((question) => find(policy, index, question), readPointers(POINTERS));
    expect(pointers.count).toBeGreaterThanOrEqual(200);
    expect(pointers.right).toBeGreaterThanOrEqual(0.84);
    expect(pointers.wrong).toBeLessThanOrEqual(0.04);
    expect(pointers.section).toBeLessThanOrEqual(0.06);
    expect(pointers.nearSent).toBeLessThanOrEqual(0.2);
  });
});

it('drafts for messages as on lists where a reply is due, and hardly ever where none is', async () => {
  const { due, undue, right, written } = await measureMails({ policy, index }, readMails(MAILS));
  expect([due, undue]).toEqual([25, 64]);
  expect(right).toBeGreaterThanOrEqual(0.8);
  expect(written).toBeLessThanOrEqual(0.04);
});

describe('the phrasings in data/', () => {
  const phrasings = [...askedAs.sections, ...askedAs.elsewhere].flat().map(({ text }) => normalized(text));

  it('hold no measuring question, nor one in nearly the same words', async () => {
    const mails = await Promise.all(readMails(MAILS).map(sentencesOf));
    const measuring = [...questions, ...readPointers(POINTERS)].map(({ question }) => question);
    expect(alike([...measuring, ...mails.flat()], phrasings)).toEqual([]);
  });

  it('would be found in other order, and with a word more or less', () => {
    const listed = ['Now what, make rustavailable says no!', 'who began it', 'rust binder'];
    const asked = ['make rustavailable says no, what now', 'who really began it', 'binder rust'];
    expect(alike(asked, listed).map(([, near]) => near)).toEqual(listed.slice(0, 2));
  });

  it('hold no question of the development set, which is kept here as hashes only', () => {
    const hashes = new Set(
      readFileSync(`${root}test/eval/development-set.sha256`, 'utf8').trim().split('\n'),
    );
    expect(hashes.size).toBe(110);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(phrasings.filter((phrasing) => hashes.has(hash(phrasing)))).toEqual([]);
  });

  it('are at least 120 a section, each of them once', () => {
    for (const [at, { name }] of policy.sections.entries()) {
      expect(askedAs.sections[at]?.length, name).toBeGreaterThanOrEqual(120);
    }
    expect(new Set(phrasings).size).toBe(phrasings.length);
  });

  it('lead nearly all where they are listed', () => {
    // One in eight, as all of them take ten seconds.
    expect(phrasings.length / 8).toBeGreaterThan(2000);
    expect(misranked(loaded, index, 8).length).toBeLessThan((0.005 * phrasings.length) / 8);
  });

  it('lead to the page that is listed for them, as do its name and what is said of it', () => {
    const leading = [...policy.elsewhere.entries()].filter(([, { see }]) => see.length > 0);
    const misled = leading.flatMap(([at, topic]) => {
      const asked =
        askedAs.elsewhere[at]?.filter((_, place) => place % 8 === 0).map(({ text }) => text) ?? [];
      return [topic.name, topic.name.replaceAll('-', ' '), topic.answer, ...asked].filter((question) => {
        const finding = find(policy, index, question);
        return finding.outcome !== 'elsewhere' || finding.topic !== topic;
      });
    });
    expect(misled.length, misled.join('\n')).toBeLessThanOrEqual(1);
  });

  it('are at least ten for each of at least forty topics that are answered elsewhere', () => {
    const leading = policy.elsewhere.filter(({ see }) => see.length > 0);
    expect(leading.length).toBeGreaterThanOrEqual(40);
    for (const [at, { name }] of policy.elsewhere.entries()) {
      expect(askedAs.elsewhere[at]?.length, name).toBeGreaterThanOrEqual(10);
    }
  });
});

describe('measuresOf', () => {
  const reply = (ranked: string[], isAnswered: boolean) => ({ ranked, isAnswered });
  const question = { question: '', sections: ['right'], style: 'any' };
  const measured = [
    { question, reply: reply(['right', 'x'], true) },
    { question, reply: reply(['x', 'right'], true) },
    { question, reply: reply(['x', 'y', 'z', 'right'], false) },
    { question, reply: reply(['right'], false) },
  ];

  it('gives shares of all questions', () => {
    expect(measuresOf(measured)).toEqual({ count: 4, first: 0.5, three: 0.75, refused: 0.5, wrong: 0.25 });
  });

  it('tells what was taken for what', () => {
    expect(confusions(measured)).toEqual([{ pair: 'right < x', count: 2 }]);
  });
});
