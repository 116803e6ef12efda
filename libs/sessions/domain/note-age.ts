const HOUR = 3_600_000;

/** How long a held session has been waiting for its signed note. */
export type NoteAge = 'fresh' | 'due' | 'late' | 'overdue';

/**
 * Notes are written the same day; after 24, 48 and 72 hours the wait is said more plainly.
 * @param since when the session stopped @param now milliseconds since 1970
 */
export function noteAge(since: number, now: number): NoteAge {
  const hours = (now - since) / HOUR;
  if (hours < 24) return 'fresh';
  if (hours < 48) return 'due';
  return hours < 72 ? 'late' : 'overdue';
}
