import { lex } from '../markdown/lex.ts';
import { passagesOf } from '../policy/passages.ts';
import type { AskedAs, Phrasing, PolicyText } from '../policy/policy.ts';
import { type Language, termsIn } from './words.ts';

type Kind = 'heading' | 'passage' | 'phrasing' | 'name';

/** A text that stands for a section, a passage of it, or an elsewhere topic. */
export type Unit = ReturnType<typeof unitsOf>[number];

/** Every heading, passage and phrasing of a policy. */
export function unitsOf(
  { sections, elsewhere }: PolicyText,
  askedAs: AskedAs,
  wordTerms: Language['wordTerms'],
) {
  const unit = (kind: Kind, target: number, text: string, passage = 0) => ({
    kind,
    text,
    words: termsIn(wordTerms(text)),
    /** The section's index, or the number of sections + the elsewhere topic's index. */
    target,
    /** Which passage of the section it asks for, from 1; 0 for the section as a whole. */
    passage,
  });
  return [
    ...sections.flatMap(({ heading, body }, target) => {
      const passages = passagesOf(lex(body));
      const asked = askedAs.sections[target] ?? [];
      const askedFor = ({ quote }: Phrasing) =>
        quote === undefined ? 0 : 1 + passages.findIndex(({ text }) => text.includes(quote));
      return [
        unit('heading', target, heading),
        ...passages.map(({ text }, at) => unit('passage', target, text, at + 1)),
        ...asked.map((each) => unit('phrasing', target, each.text, askedFor(each))),
      ];
    }),
    ...elsewhere.flatMap(({ name, see }, at) => {
      const target = sections.length + at;
      const asked = (askedAs.elsewhere[at] ?? []).map(({ text }) => unit('phrasing', target, text));
      // A topic that leads somewhere is asked for by its name too: `release-cycle` as "release cycle".
      return see.length === 0 ? asked : [unit('name', target, name), ...asked];
    }),
  ];
}
