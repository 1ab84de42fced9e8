import { expect, it } from 'vitest';
import { writtenFaq } from './faq-set.ts';
import { withTypingErrors } from './typing-errors.ts';

it.each(['library', 'team-rules', 'allotments'])('%s asks for every section', (name) => {
  const { questions } = writtenFaq(name);
  const asked = new Set(questions.map(({ section }) => section));
  expect([...asked].sort((a, b) => a - b)).toEqual([...asked.keys()].map((_, at) => at));
});

it('makes the same typing errors each time, in about one long word of eight', () => {
  const text = Array.from({ length: 800 }, (_, at) => `question${'abcdefgh'.charAt(at % 8)}`).join(' ');
  const typed = withTypingErrors(text, 1);
  expect(withTypingErrors(text, 1)).toBe(typed);
  const words = text.split(' ');
  const hit = typed.split(' ').filter((word, at) => word !== words[at]).length;
  expect(hit / words.length).toBeCloseTo(1 / 8, 1);
  expect(typed.split(' ')).toHaveLength(words.length);
});
