/**
 * Where an arrow key leads in the list of hits.
 * @param count how many hits there are
 * @param chosen the chosen one from 0, or -1
 * @returns the next one, or null when the key means nothing here; at the ends it stays
 */
export function moveInHits(count: number, chosen: number, key: string): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return Math.min(count - 1, chosen + 1);
  if (key === 'ArrowUp') return Math.max(0, chosen - 1);
  return null;
}
