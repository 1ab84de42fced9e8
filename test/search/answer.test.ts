import { describe, expect, it } from 'vitest';
import { lexed } from '../../src/policy/lexed.ts';
import { find, lexedFinding } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';

const HEADINGS = ['Parking', 'Bicycles', 'Buses', 'Trains', 'Ferries', 'Taxis', 'Walking'];
const policy = {
  page: { title: 'Town' },
  sections: HEADINGS.map((heading, at) => ({
    number: at + 1,
    name: heading.toLowerCase(),
    anchor: heading.toLowerCase(),
    heading,
    body: 'As ever.',
  })),
  elsewhere: [
    { name: 'tax', answer: 'Ask the tax office.', see: ['https://tax.example/'] },
    { name: 'weather', answer: 'Nobody here knows.', see: [] },
  ],
};
const index = buildIndex(policy, {
  sections: HEADINGS.map(() => []),
  elsewhere: [[{ text: 'property tax' }], [{ text: 'rain tomorrow' }]],
});
const found = (question: string) => find(policy, index, question);

describe('a question', () => {
  it('is answered by the section that is nearest', () => {
    const finding = found('buses');
    expect(finding).toMatchObject({ outcome: 'answered', section: { name: 'buses' } });
    expect(finding.closest[0]).toMatchObject({ section: { name: 'buses' }, score: 1 });
  });

  it('is answered elsewhere where that is nearer', () => {
    expect(found('property tax')).toMatchObject({ outcome: 'elsewhere', topic: { name: 'tax' } });
  });

  it('is unanswered where what is nearest leads nowhere', () => {
    expect(found('rain tomorrow').outcome).toBe('unanswered');
  });

  it.each(['zyzzyva', 'what is it', ''])('is unanswered where nothing is near: %j', (question) => {
    expect(found(question).outcome).toBe('unanswered');
  });

  it('has five closest topics, whatever the outcome', () => {
    for (const question of ['buses', 'property tax', 'zyzzyva'])
      expect(found(question).closest).toHaveLength(5);
  });
});

describe('a finding with its section lexed', () => {
  it('has the tokens of the section that answers', () => {
    expect(lexedFinding(found('buses'), lexed)).toMatchObject({
      outcome: 'answered',
      section: { name: 'buses', tokens: [{ type: 'paragraph', raw: 'As ever.' }] },
    });
  });

  it('is the same where nothing answers', () => {
    const finding = found('zyzzyva');
    expect(lexedFinding(finding, lexed)).toBe(finding);
  });
});
