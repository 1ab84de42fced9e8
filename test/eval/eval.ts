// Measures the ranking: npm run eval [-- FILE]
import { loadFolder } from '../../src/policy/folder.ts';
import { find } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { baselines } from './baselines.ts';
import { crossValidate, mostMisled } from './cross-validation.ts';
import {
  answeredShare,
  confusions,
  groupedBy,
  isAnswerable,
  type Measured,
  measure,
  measuresOf,
  type System,
} from './measures.ts';
import { measurePointers, readPointers } from './pointers.ts';
import { readQuestions } from './question.ts';

const file = process.argv[2] ?? 'test/questions.jsonl';
const questions = readQuestions(file);
const loaded = loadFolder('data');
const index = buildIndex(loaded.policy, loaded.askedAs);
const ours: System = (question) => {
  const { closest, outcome } = find(loaded.policy, index, question);
  return { ranked: closest.map(({ section }) => section.anchor), isAnswered: outcome === 'answered' };
};

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

function row(name: string, measured: readonly Measured[]): string {
  const { count, first, three, refused, wrong } = measuresOf(measured);
  const cells = [first, three, refused, wrong].map(percent).join('  ');
  return `${name.padEnd(26)} ${String(count).padStart(5)}  ${cells}`;
}

const HEAD = `${''.padEnd(26)} count     first     three   refused     wrong`;

function table(title: string, measured: readonly Measured[]): string[] {
  const answerable = measured.filter(isAnswerable);
  const unanswerable = measured.filter((each) => !isAnswerable(each));
  const styles = groupedBy(answerable, ({ question }) => question.style);
  const refusals = groupedBy(unanswerable, ({ question }) => question.style);
  return [
    title,
    HEAD,
    ...[...styles].map(([style, group]) => row(style, group)),
    row('all', answerable),
    ...[...refusals, ['all unanswerable', unanswerable] as const].map(
      ([style, group]) =>
        `${style.padEnd(26)} ${String(group.length).padStart(5)}  answered ${percent(answeredShare(group))}`,
    ),
    '',
  ];
}

const POINTERS = 'test/pointers.jsonl';

function pointerTable(): string[] {
  const found = measurePointers((question) => find(loaded.policy, index, question), readPointers(POINTERS));
  const { count, right, wrong, section, nothing, nearCount, nearSent } = found;
  return [
    `questions that another page answers, ${POINTERS}`,
    `${''.padEnd(26)} count     right     wrong   section   nothing`,
    `${'a page answers'.padEnd(26)} ${String(count).padStart(5)}  ${[right, wrong, section, nothing].map(percent).join('  ')}`,
    `${'no page answers'.padEnd(26)} ${String(nearCount).padStart(5)}  sent to one ${percent(nearSent)}`,
    '',
  ];
}

const measured = measure(ours, questions);
const answerable = measured.filter(isAnswerable);
const phrasings = crossValidate(loaded, 'sections');
const lines = [
  ...table(`rustpolicy on ${file}`, measured),
  ...pointerTable(),
  'by section',
  HEAD,
  ...[...groupedBy(answerable, ({ question }) => question.sections[0] ?? '')].map(([anchor, group]) =>
    row(anchor.slice(0, 26), group),
  ),
  '',
  'confusions: right section < what was ranked before it',
  ...confusions(answerable)
    .slice(0, 12)
    .map(({ pair, count }) => `${String(count).padStart(5)}  ${pair}`),
  '',
  'cross-validation: each fifth of the phrasings as questions to the rest',
  HEAD,
  row('phrasings', phrasings),
  '',
  'topics whose phrasings, held out so, are answered wrong most often; those asked elsewhere are best refused',
  HEAD,
  ...mostMisled([...phrasings, ...crossValidate(loaded, 'elsewhere')]).map(([name, group]) =>
    row(name.slice(0, 26), group),
  ),
  '',
  ...[...baselines(loaded)].flatMap(([name, system]) => table(name, measure(system, questions))),
];
process.stdout.write(`${lines.join('\n')}\n`);
