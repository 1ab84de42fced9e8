import { InputError } from '../errors.ts';
import { anchorOf } from '../policy/names.ts';
import { likeness } from './likeness.ts';
import type { Old, Piece } from './page-pieces.ts';

const LIKENESS = Object.freeze({
  /** A section that went and one that came are asked about from here: chance brings two to about 0.3. */
  asked: 0.4,
});

/** What a person decided of sections, by name: the anchor of the one that each now is; undefined if it is gone. */
export type Decisions = ReadonlyMap<string, string | undefined>;

/** A section that went, and the one that came which is most like it. */
export interface Unclear {
  readonly name: string;
  readonly heading: string;
  readonly anchor: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Which old section is which new one: by the same heading, or as decided. */
export function keptPairs(
  olds: readonly Old[],
  pieces: readonly Piece[],
  decisions: Decisions,
): Map<Old, Piece> {
  const byAnchor = new Map(pieces.map((piece) => [anchorOf(piece.heading), piece]));
  for (const [name, anchor] of decisions) {
    if (olds.every((old) => old.name !== name)) throw new InputError(`no section is named "${name}"`);
    if (anchor !== undefined && !byAnchor.has(anchor))
      throw new InputError(`the page has no heading "#${anchor}"`);
  }
  const pairs = olds.flatMap((old): [Old, Piece][] => {
    const anchor = decisions.has(old.name) ? decisions.get(old.name) : anchorOf(old.heading);
    const piece = anchor === undefined ? undefined : byAnchor.get(anchor);
    return piece === undefined ? [] : [[old, piece]];
  });
  const twice = pairs.find(([, piece], at) => pairs.findIndex(([, other]) => other === piece) !== at);
  if (twice !== undefined) throw new InputError(`two sections cannot both be "${twice[1].heading}"`);
  return new Map(pairs);
}

/** The section that came which is most like one that went, if any is like it. */
export function mostLike(old: Old, came: readonly Piece[]): Unclear[] {
  const ranked = came
    .map((piece) => ({ piece, alike: likeness(old.text, piece.text) }))
    .sort((a, b) => b.alike - a.alike);
  const best = ranked[0];
  if (best === undefined || best.alike < LIKENESS.asked) return [];
  const { heading } = best.piece;
  return [{ name: old.name, heading, anchor: anchorOf(heading), likeness: best.alike }];
}
