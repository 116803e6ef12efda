/** How a member is drawn everywhere: the initials, one of five shapes, one of eight colours. */
export interface MemberMark {
  readonly initials: string;
  readonly shape: MarkShape;
  /** 1 to 8, the number of the colour token. */
  readonly colour: number;
}

/** The outline of a mark; with the initials it tells members apart without any colour. */
export const MARK_SHAPES = ['circle', 'square', 'hexagon', 'shield', 'diamond'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

/** How many colours there are; together with five shapes no two of forty members of a family look alike. */
export const MARK_COLOURS = 8;

/**
 * The mark of one member.
 * @param name the display name, any length; may be empty
 * @param index the member's place in the family's stable order (by joining), 0 or more
 * @returns initials of at most two letters ("?" without a name), a shape and a colour that depend on the index alone
 */
export function memberMark(name: string, index: number): MemberMark {
  const place = Math.max(0, Math.trunc(index));
  return {
    initials: markInitials(name),
    shape: MARK_SHAPES[place % MARK_SHAPES.length] ?? 'circle',
    colour: (place % MARK_COLOURS) + 1,
  };
}

/**
 * First letters of the first and the last word, upper case, accents kept. Nicknames in brackets or quotes do not count.
 * @param name a display name
 */
export function markInitials(name: string): string {
  const words = name
    .replace(/[("“‘][^)"”’]*[)"”’]/gu, ' ')
    .split(/\s+/u)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .filter((letter) => letter !== '');
  const first = words[0] ?? '?';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
