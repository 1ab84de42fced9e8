// Measures the ranking: npm run eval [-- FILE…] [-- --phrasings]. Each FILE has questions as `questions.jsonl` has them.
import { loadFolder } from '../../src/policy/folder.ts';
import { find } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { baselines } from './baselines.ts';
import { crossValidate, mostMisled } from './cross-validation.ts';
import { type MailMeasures, measureMails, readMails } from './mails.ts';
import { answeredShare, confusions, isAnswerable, type Measured, measure, measuresOf } from './measures.ts';
import { misranked } from './misranked.ts';
import { measurePointers, readPointers } from './pointers.ts';
import { type Question, readQuestions } from './question.ts';

const OWN = 'test/questions.jsonl';
const POINTERS = 'test/pointers.jsonl';
const MAILS = 'test/eval/mails';

const options = process.argv.slice(2);
const files = options.filter((option) => !option.startsWith('--'));
const loaded = loadFolder('data');
const index = buildIndex(loaded.policy, loaded.askedAs);
const answered = (question: string) => find(loaded.policy, index, question);
const systems = new Map([
  [
    'rustpolicy',
    (question: string) => {
      const { closest, outcome } = answered(question);
      return { ranked: closest.map(({ section }) => section.anchor), isAnswered: outcome === 'answered' };
    },
  ],
  ...baselines(loaded),
]);

/** The sets to measure, by what they are. */
function sets(): (readonly [string, readonly Question[]])[] {
  const own = readQuestions(OWN);
  const isRemark = ({ style }: Question) => style.endsWith('list remark');
  const given = files.flatMap((file) => {
    const all = readQuestions(file);
    const sure = all.filter(({ sure }) => sure === true);
    return [
      [`${file}, all`, all] as const,
      ...(sure.length > 0 ? [[`${file}, readers sure`, sure] as const] : []),
    ];
  });
  return [
    [`typed questions, ${OWN}`, own.filter((question) => !isRemark(question))],
    [`remarks as on lists, ${OWN}`, own.filter(isRemark)],
    ...given,
  ];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
const line = (name: string, cells: readonly (number | string)[]) =>
  name.padEnd(26) +
  cells.map((cell) => ` ${typeof cell === 'number' ? percent(cell) : cell.padStart(8)}`).join('');

/** So many of the questions, evenly, are enough for Fuse, which takes 50 ms for one. */
const FUSE_QUESTIONS = 100;

/** All questions, or for Fuse some of them. */
function asked(system: string, questions: readonly Question[]): readonly Question[] {
  if (!system.startsWith('Fuse')) return questions;
  const every = Math.ceil(questions.length / FUSE_QUESTIONS);
  return questions.filter((_, at) => at % every === 0);
}

function setTable(title: string, questions: readonly Question[]): string[] {
  const rows = [...systems].map(([name, system]) => {
    const measured = measure(system, asked(name, questions));
    const { first, three, refused, wrong } = measuresOf(measured.filter(isAnswerable));
    const unanswerable = measured.filter((each) => !isAnswerable(each));
    return line(name, [first, three, refused, wrong, answeredShare(unanswerable)]);
  });
  const unanswerable = questions.filter(({ sections }) => sections.length === 0).length;
  return [
    `${title}: ${questions.length - unanswerable} that the policy answers, ${unanswerable} that it does not`,
    line('', ['first', 'three', 'refused', 'wrong', 'answered although it does not']),
    ...rows,
    '',
  ];
}

function pointerTable(): string[] {
  const { count, right, wrong, section, nothing, nearCount, nearSent } = measurePointers(
    answered,
    readPointers(POINTERS),
  );
  return [
    `questions that another page answers, ${POINTERS}`,
    line('', ['right', 'wrong', 'section', 'nothing']),
    line(`a page answers: ${count}`, [right, wrong, section, nothing]),
    line(`no page answers: ${nearCount}`, ['', nearSent]),
    '',
  ];
}

function mailTable({ due, undue, written, right, wrong }: MailMeasures): string[] {
  return [
    `messages as on lists, ${MAILS}: drafts of mail --reply`,
    line(`none is due: ${undue}`, ['', '', 'written', written]),
    line(`one is due: ${due}`, ['right', right, 'wrong', wrong]),
    '',
  ];
}

function confusionTable(measured: readonly Measured[]): string[] {
  const pairs = confusions(measured.filter(isAnswerable)).slice(0, 12);
  return [
    'confusions: right section < what was ranked before it',
    ...pairs.map(({ pair, count }) => `${String(count).padStart(5)}  ${pair}`),
    '',
  ];
}

/** Trains ten times, which takes minutes. */
function phrasingTable(): string[] {
  const head = line('', ['first', 'three', 'refused', 'wrong']);
  const row = (name: string, measured: readonly Measured[]) => {
    const { first, three, refused, wrong } = measuresOf(measured);
    return line(name.slice(0, 26), [first, three, refused, wrong]);
  };
  const phrasings = crossValidate(loaded, 'sections');
  const misled = mostMisled([...phrasings, ...crossValidate(loaded, 'elsewhere')]);
  return [
    'each fifth of the phrasings as questions to the rest',
    head,
    row('phrasings', phrasings),
    '',
    'topics whose phrasings, held out so, are answered wrong most often; those asked elsewhere are best refused',
    head,
    ...misled.map(([name, group]) => row(name, group)),
    '',
    'phrasings that lead to another topic although they are listed',
    ...misranked(loaded, index),
    '',
  ];
}

const ours = systems.get('rustpolicy') ?? (() => ({ ranked: [], isAnswered: false }));
const searchable = { policy: loaded.policy, index };
for (const [title, questions] of sets()) process.stdout.write(`${setTable(title, questions).join('\n')}\n`);
const mails = await measureMails(searchable, readMails(MAILS));
const rest = [
  ...pointerTable(),
  ...mailTable(mails),
  ...confusionTable(measure(ours, readQuestions(OWN))),
  ...(options.includes('--phrasings') ? phrasingTable() : []),
];
process.stdout.write(`${rest.join('\n')}\n`);
