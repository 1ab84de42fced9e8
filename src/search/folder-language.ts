import type { PolicyText } from '../policy/policy.ts';
import { ENGLISH } from './folder-words.ts';
import { ASCII, type Language } from './words.ts';

const SAMPLE = Object.freeze({
  /** Sections that are looked at, spread evenly, and characters of each. */
  sections: 200,
  characters: 600,
  /** Words with other letters that any English text may hold: `café`. */
  names: 3,
  /** The share of these words in English text is a quarter and more, in other languages below a twentieth. */
  englishFrom: 0.1,
});

const ENGLISH_WORDS =
  /\b(?:the|of|and|to|is|are|for|with|that|you|this|be|how|what|or|not|can|by|it|from)\b/g;

/** Reads the words that mean alike in English, or in all other languages. */
type ReadSynonyms = (name: 'synonyms' | 'foreignSynonyms') => Promise<string>;

/** The language of a folder; what other languages take is loaded only where the folder is not English. */
export async function languageOf({ sections }: PolicyText, synonyms: ReadSynonyms): Promise<Language> {
  const step = Math.ceil(sections.length / SAMPLE.sections);
  const samples = sections
    .filter((_, at) => at % step === 0)
    .map(({ heading, body }) =>
      `${heading}\n${body.replace(/```.*?```/gs, '').slice(0, SAMPLE.characters)}`.toLowerCase(),
    );
  if (isEnglish(samples.join('\n'))) return { ...ENGLISH, synonyms: await synonyms('synonyms') };
  const { foreignLanguage } = await import('./foreign.ts');
  return { ...(await foreignLanguage(samples)), synonyms: await synonyms('foreignSynonyms') };
}

function isEnglish(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => !ASCII.test(word)).length;
  return (
    foreign <= Math.max(SAMPLE.names, 0.01 * words.length) &&
    (text.match(ENGLISH_WORDS) ?? []).length >= SAMPLE.englishFrom * words.length
  );
}
