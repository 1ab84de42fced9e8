import { expect, it } from 'vitest';
import { labelsIn } from '../../src/markdown/reference-links.ts';

it.each([
  ['[text][Label], [short] and [collapsed][]', ['text', 'label', 'short', 'collapsed']],
  ['[a  long\nlabel]', ['a long label']],
  ['[escaped \\] bracket]', ['escaped \\] bracket']],
  ['none (at) all', []],
])('in %j are labels %j, as definitions are keyed by', (markdown, labels) => {
  expect([...labelsIn(markdown)].filter((label) => label.trim() !== '')).toEqual(labels);
});
