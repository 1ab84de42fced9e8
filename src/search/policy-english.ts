import { isContentStem, type Language, stemOf, wordsOf } from './words.ts';

/** A clause at the start of a text, and what parts it from the next. */
const CLAUSE = /^\s*([\w'’ ()-]{1,70}?)\s*(?:[,:;.!?…]+\s+|\s+(?:-{1,3}|[–—])\s+|[–—])/;

const CONJUNCTION = /^\s*(?:(?:ok|okay|and|but|so|or|then)\s+)+(?!far\b|much\b|many\b|long\b)(?=\S)/i;

/** Words that, beside stop words, say how something is meant, and nothing of what is asked; each between blanks. */
const DISCOURSE =
  ' ' +
  'above actually admittedly advance advocate afaict afaik afaiu again agree agreed alas also another ' +
  'anyhow anyway apologies apologize apparently argument aside ask asked asking bad basically begin ' +
  'beginner believe best bet blunt bluntly boils bottom btw case cents certain certainly clarify clear ' +
  'clearer clearly come comment completely concretely confused confusing context correct correctly course ' +
  'curiosity curious day dear devils different differently disagree disclaimer down due dumb earlier early ' +
  'else end enough essentially everybody everyone everything exactly explain explaining explanation extent ' +
  'face fact fair fairness far feedback feel fine first folks follow following forget forgive former frank ' +
  'frankly fwiw general generally gentlemen genuine genuinely good granted great greetings guess guys hand ' +
  'hear heard hey hm hmm hold honest honestly hope huh hunch idea ignorance ignorant iirc iiuc imagine ' +
  'imho imo importantly impression incidentally indeed instead interest interested interesting joke joking ' +
  'jumping kidding kind knowledge last lastly late later least light line list long mail matter may mean ' +
  'meaning meant mention mentioned mild mildly mind minor misremember miss missed missing mistake mistaken ' +
  'moment moreover morning myself naive namely nb nevertheless newbie newcomer nitpick nobody nonetheless ' +
  'nor note noted notice obvious obviously offence offense oh old opinion order otherwise otoh outset outsider ' +
  'page pardon particular perhaps personal personally perspective picture plain plainly play playing point ' +
  'practically practice precise precisely presumably principle probably public question questions quick ' +
  'quickly quite rant read reality reason recall recollection record regard regarding regards related ' +
  'remember remind reminder repeat reply respect respectfully response return rhetorical right rude said ' +
  'sake sarcasm say saying sec second seem seems serious seriously short side sidenote silly similarly ' +
  'simple simplify simply since somebody someone something somewhat sorry sound sounds speak speaking ' +
  'specifically start stated stating story straight strict strictly stupid suppose sure surely surprised ' +
  'takeaway talking tangent tbh technically theory third thoughts thread thus top topic true truth two ' +
  'ultimately understand understanding understood unfortunately unless various view wait way weird well ' +
  'whatever whatsoever wise wish wonder wondering word words worth worthwhile written wrong yeah yep ' +
  'yesterday ';

/** A clause that starts like this asks something, or thanks for a patch, however little its words say. */
const SPEAKS =
  /^(?:who|what|when|where|which|why|how|whom|whose|thanks?|can|could|do|does|did|may|might|must|should|will|would|shall|is|are|was|were|has|have|had)\b/i;

/** Somebody who is greeted, by name. */
const GREETING = /^(?:hi|hello|hey|dear)(?:\W+\w+){0,2}$/i;

const OPENINGS = Object.freeze({
  /** Taken off one text; nobody writes more. */
  most: 4,
});

/** A text without the openings that leave open what is asked: "To be clear, …", "Fair enough, but …". */
export function withoutOpenings(text: string): string {
  let rest = text;
  for (let count = 0; count < OPENINGS.most; count += 1) {
    const opening = CLAUSE.exec(rest);
    if (opening === null || !saysNothing(opening[1] ?? '')) break;
    rest = rest.slice(opening[0].length);
  }
  const isLeft = rest === text || wordsOf(rest).some((word) => isContentStem(stemOf(word)));
  return (isLeft ? rest : text).replace(CONJUNCTION, '');
}

function saysNothing(clause: string): boolean {
  if (SPEAKS.test(clause)) return false;
  if (GREETING.test(clause)) return true;
  return wordsOf(clause).every((word) => DISCOURSE.includes(` ${word} `) || !isContentStem(stemOf(word)));
}

/** English as the bundled policy is read. */
export const POLICY_ENGLISH: Language = {
  wordTerms: (text) => wordsOf(withoutOpenings(text)),
  termsOf: (text) => wordsOf(withoutOpenings(text)),
  stemOf,
  isContentStem,
  piecesOf: (text) => [text],
};
