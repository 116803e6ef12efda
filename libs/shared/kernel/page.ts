/** How many entries a list gives when nobody says, and how many at the most. */
export const PAGE_SIZE = 50;
export const PAGE_SIZE_LIMIT = 200;

/** One page of a list. `next` is an opaque cursor, null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
