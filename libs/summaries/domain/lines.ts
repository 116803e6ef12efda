import type { LineKind } from './vocabulary';

/** A line as far as the rules are concerned. */
export interface Line {
  readonly id: string;
  readonly kind: LineKind;
  /** The member it is about; null when it is about the whole family. */
  readonly aboutMemberId: string | null;
  /** That member was asked alone, without the others in the room. */
  readonly askedAlone: boolean;
  readonly text: string;
}

/**
 * Whose information a line is. A line about one member is that member's; a line about the whole family is everybody's who took part in
 * the session, so each of them has to permit it.
 * @param tookPart the members who took part
 */
export function subjectsOf(line: Pick<Line, 'aboutMemberId'>, tookPart: readonly string[]): readonly string[] {
  return line.aboutMemberId === null ? tookPart : [line.aboutMemberId];
}

/** How many words a text has, as a reader counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const FAMILY_ORDER: readonly LineKind[] = ['went-well', 'next-date', 'homework', 'decision'];

/**
 * The order in which a family reads: what went well opens, then the next date and homework, then what was decided. Within a kind as it
 * was written.
 */
export function inReadingOrder<T extends { readonly kind: LineKind }>(lines: readonly T[]): readonly T[] {
  return FAMILY_ORDER.flatMap((kind) => lines.filter((line) => line.kind === kind));
}
