// Measures ranking on other people's folders, which list no phrasings: npm run eval:folders
import { readBuilt } from '../../src/node/built.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { languageOf } from '../../src/search/folder-language.ts';
import { BUNDLED, packedText } from '../../src/search/open-policy.ts';
import { type FaqSet, joinedFaq, writtenFaq } from './faq-set.ts';
import { FOLDER_SYSTEMS, type LoadedFolder, type Ranker } from './folder-systems.ts';
import { townFaq } from './town.ts';
import { withTypingErrors } from './typing-errors.ts';

const written = ['library', 'team-rules', 'allotments'].map(writtenFaq);
/** Other languages, whose figures stand apart. */
const foreign = { German: 'fahrrad', Chinese: 'shequ', Japanese: 'ryokan' };
const sets: readonly FaqSet[] = [...written, joinedFaq('these three', written), townFaq()];

/** Mean reciprocal rank of the section that answers, 0 to 100. */
function meanReciprocalRank(ranker: Ranker, { questions }: FaqSet, typed: (question: string) => string) {
  const ranks = questions.map(({ question, section }) => 1 + ranker(typed(question)).indexOf(section));
  return (100 / questions.length) * ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0);
}

async function loadedFolder({ files, name }: FaqSet): Promise<LoadedFolder> {
  const loaded = loadPolicy(files, name);
  const language = await languageOf(loaded.policy, (name) => packedText(readBuilt, BUNDLED[name]));
  return { ...loaded, language };
}

/** The percentage of the section that answers among the first so many. */
function amongFirst(count: number, ranker: Ranker, { questions }: FaqSet): string {
  const found = questions.filter(({ question, section }) =>
    ranker(question).slice(0, count).includes(section),
  );
  return ((100 * found.length) / questions.length).toFixed(0);
}

const loaded = await Promise.all(sets.map(loadedFolder));
const COLUMN = 15;
const row = (name: string, cells: readonly string[]) =>
  `${name.padEnd(30)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`;

const lines = Object.entries(FOLDER_SYSTEMS).map(([name, system]) => {
  const measured = sets.map((set, at) => {
    const folder = loaded[at];
    if (folder === undefined) throw new Error(`${set.name} is not loaded`);
    const ranker = system(folder);
    return {
      clean: meanReciprocalRank(ranker, set, (question) => question),
      typed: meanReciprocalRank(ranker, set, (question) => withTypingErrors(question, 1)),
    };
  });
  const mean = (key: 'clean' | 'typed') =>
    measured.reduce((sum, each) => sum + each[key], 0) / measured.length;
  const all = [...measured, { clean: mean('clean'), typed: mean('typed') }];
  return row(
    name,
    all.map(({ clean, typed }) => `${clean.toFixed(1)} / ${typed.toFixed(1)}`),
  );
});
const head = [
  row('', [...sets.map(({ name }) => name), 'mean']),
  row(
    'sections',
    loaded.map(({ policy }) => String(policy.sections.length)),
  ),
  row(
    'questions',
    sets.map(({ questions }) => String(questions.length)),
  ),
];
process.stdout.write(
  `Mean reciprocal rank x 100, as asked / with a typing error in one word of eight\n\n${[...head, ...lines].join('\n')}\n`,
);

const foreignSets = Object.values(foreign).map(writtenFaq);
const foreignLoaded = await Promise.all(foreignSets.map(loadedFolder));
const foreignLines = Object.entries(FOLDER_SYSTEMS).map(([name, system]) =>
  row(
    name,
    foreignSets.map((set, at) => {
      const folder = foreignLoaded[at];
      if (folder === undefined) throw new Error(`${set.name} is not loaded`);
      const ranker = system(folder);
      return `${amongFirst(1, ranker, set)} / ${amongFirst(3, ranker, set)}`;
    }),
  ),
);
process.stdout.write(
  `\nRight section first / among three, in per cent\n\n${[row('', Object.keys(foreign)), ...foreignLines].join('\n')}\n`,
);
