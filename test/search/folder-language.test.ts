import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBuilt } from '../../src/node/built.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { rank } from '../../src/search/answer.ts';
import { languageOf } from '../../src/search/folder-language.ts';
import { ENGLISH } from '../../src/search/folder-words.ts';
import { open } from '../../src/search/open-policy.ts';
import { buildIndex } from '../../src/search/search-index.ts';
import { section } from '../section.ts';

async function folder(text: string) {
  const { policy, askedAs } = loadPolicy([{ path: 'a.md', text }], 'a');
  return { policy, index: buildIndex(policy, askedAs, await languageOf(policy, async () => '')) };
}

/** The heading of the section that answers; undefined where none does. */
async function answer(text: string, question: string): Promise<string | undefined> {
  const { policy, index } = await folder(text);
  const [best] = rank(index, question).sections();
  return best === undefined || best.score < 0.5 ? undefined : policy.sections[best.at]?.heading;
}

const GERMAN = `## Größe der Wäsche

Die Wäsche wird nach Größe sortiert.

## Straße

An der Straße links abbiegen, nicht rechts.

## Häuser

Die neuen Häuser sind noch nicht fertig.
`;
const FRENCH = `## Remboursement

L'hôtel rembourse les clients qui sont à l’étranger.

## Réglages

Pour changer l'écran, ouvrez l'onglet d'affichage.
`;
const KOREAN = '## 휴가 신청\n\n휴가는 삼 일 전에 신청합니다.\n\n## 주차\n\n건물 뒤에 주차합니다.\n';
const CHINESE = '## 认证失败\n\n请检查密码。\n\n## 请假\n\n提前三天告诉经理。\n';
const RUSSIAN =
  '## Компоненты\n\nЗдесь описаны компоненты и их свойства.\n\n## Отпуск\n\nЗаявления подают за две недели.\n';
const HEBREW = '## שגיאות\n\nמה לעשות כשיש שגיאה במערכת.\n\n## חופשה\n\nיש להודיע מראש.\n';
const ARABIC = '## المكونات\n\nكيف تكتب المكونات في التطبيق.\n\n## الإجازة\n\nأخبر المدير قبل يومين.\n';

describe('a folder is read in its own language', () => {
  it.each([
    [GERMAN, 'strasse', 'Straße'],
    [GERMAN, 'waesche', 'Größe der Wäsche'],
    [GERMAN, 'größe', 'Größe der Wäsche'],
    [GERMAN, 'die Größe', 'Größe der Wäsche'],
    [GERMAN, 'in welchem Haus', 'Häuser'],
    [FRENCH, 'ecran', 'Réglages'],
    [FRENCH, 'hotel', 'Remboursement'],
    [FRENCH, "l'etranger", 'Remboursement'],
    [FRENCH, 'réglage', 'Réglages'],
    [KOREAN, '주차는 어디에', '주차'],
    [CHINESE, '认证', '认证失败'],
    [CHINESE, '认证失败', '认证失败'],
    [RUSSIAN, 'свойство компонента', 'Компоненты'],
    [HEBREW, 'בשגיאה', 'שגיאות'],
    [ARABIC, 'مكون', 'المكونات'],
  ])('%#: to %j', async (text, question, heading) => {
    expect(await answer(text, question)).toBe(heading);
  });

  it.each(['Menschen', 'Tage', 'Rechte', 'Uhr', 'Zeit', 'Teile', 'Jahre'])(
    'by the German noun %s, which lists of stop words hold',
    async (noun) => {
      const text = `${GERMAN}\n## Alle ${noun} im Haus\n\nSie sind hier noch nicht aufgeschrieben.\n`;
      expect(await answer(text, `die ${noun}`)).toBe(`Alle ${noun} im Haus`);
    },
  );

  it.each([
    [GERMAN, 'was ist das denn'],
    [CHINESE, '大象'],
    [CHINESE, '怎么了'],
    [FRENCH, 'éléphants'],
  ])('%#: and knows what says nothing, or is not there: %j', async (text, question) => {
    expect(await answer(text, question)).toBeUndefined();
  });

  it('counts no Chinese particles, nor pairs with one, against what a section holds', async () => {
    expect(await answer(CHINESE, '我的认证怎么失败了呢')).toBe('认证失败');
  });

  it('leaves Japanese the letters that are particles in Chinese', async () => {
    const { index } = await folder('## 都市\n\n都市の地図です。\n\n## 休暇\n\n三日前に申請します。\n');
    expect(index.language.isContentStem('都市')).toBe(true);
  });

  it('is English where its words are', async () => {
    const { policy } = loadPolicy(
      [{ path: 'a.md', text: '## E-mail\n\nThe mail goes to the café of the house.' }],
      'a',
    );
    expect(await languageOf(policy, async () => '')).toEqual(ENGLISH);
  });
});

/** By the synonyms that it takes, whether a folder of sections of one heading is English. */
async function isEnglish(bodies: readonly string[], heading = ''): Promise<boolean> {
  const sections = bodies.map((body, at) => section(at + 1, heading, body));
  const { synonyms } = await languageOf(
    { page: { title: 'P' }, sections, elsewhere: [] },
    async (name) => ({ synonyms: 'house home\n', foreignSynonyms: 'Haus Heim\n' })[name],
  );
  expect(['house home\n', 'Haus Heim\n']).toContain(synonyms);
  return synonyms === 'house home\n';
}

/** So many words: of English ones that tell it, of others in ASCII, and of others in other letters. */
const words = (telling: number, others: number, foreign = 0) =>
  'the '.repeat(telling) + 'xyz '.repeat(others) + 'café '.repeat(foreign);

/** A text in sections of fifty words. */
const inSections = (text: string) => text.match(/(?:\S+ ){1,50}/g) ?? [''];

const ENGLISH_TEXT = words(10, 0);
const FOREIGN_TEXT = words(0, 100);

describe('a folder is English', () => {
  it.each([
    [1, 9, 0, true],
    [1, 10, 0, false],
    [0, 2, 0, false],
    [0, 0, 0, true],
    [100, 0, 3, true],
    [100, 0, 4, false],
    [396, 0, 4, true],
    [395, 0, 5, false],
  ])(
    'by the share of words that are everywhere in it, and by few with other letters: %i, %i, %i',
    async (telling, others, foreign, english) => {
      expect(await isEnglish(inSections(words(telling, others, foreign)))).toBe(english);
    },
  );

  it('by the words of each section, headings too', async () => {
    expect(
      await isEnglish(
        Array.from({ length: 30 }, () => 'the'),
        'Mail',
      ),
    ).toBe(true);
  });

  it('by two hundred sections at most, spread evenly', async () => {
    const everyOther = Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? ENGLISH_TEXT : FOREIGN_TEXT));
    expect(await isEnglish(everyOther)).toBe(true);
    expect(await isEnglish(everyOther.slice(1))).toBe(false);
    expect(await isEnglish([ENGLISH_TEXT, FOREIGN_TEXT])).toBe(false);
  });

  it('by the first 600 letters of each', async () => {
    expect(await isEnglish([ENGLISH_TEXT.repeat(15) + FOREIGN_TEXT.repeat(15)])).toBe(true);
    expect(await isEnglish([FOREIGN_TEXT.repeat(2) + ENGLISH_TEXT.repeat(15)])).toBe(false);
  });

  it('whatever its code says', async () => {
    expect(await isEnglish([`the house\n\n${'```\nfn main\n```\n'.repeat(20)}`])).toBe(true);
  });
});

it('takes the synonyms that the build has packed', async () => {
  const library = fileURLToPath(new URL('../eval/folders/library', import.meta.url));
  const { language } = await (await open(library, readBuilt)).index();
  expect(language.synonyms).toContain('\npermit allow let enabl grant author');
  expect(language.synonyms.split('\n').length).toBeGreaterThan(4000);
});

it('reads the phrasings of a folder that lists many in its language', async () => {
  const phrasings = ['Wäsche', 'Bettwäsche', 'Größe', 'Häuser', 'Straße', 'Wege', 'Regale', 'Körbe'];
  const asked = (topic: string) => ({
    path: `asked-as/${topic}.md`,
    text: phrasings.map((word) => `- was ist mit ${word} und ${topic}\n`).join(''),
  });
  const texts = ['grosse', 'kleine'].map((topic) => ({
    path: `${topic}.md`,
    text: `## Die ${topic}\n\nDie Wäsche der Häuser ist für alle da und nicht teuer.\n`,
  }));
  const { policy, askedAs } = loadPolicy([...texts, asked('grosse'), asked('kleine')], 'a');
  const index = buildIndex(policy, askedAs, await languageOf(policy, async () => ''));
  expect(index.tables.kind).toBe('phrasings');
  const [word] = rank(index, 'Haus').words;
  expect(word?.stem).toBe(rank(index, 'Häusern').words[0]?.stem);
  expect(word?.number).toBeDefined();
});
