/** How long after the end of a session a note may be signed without being flagged (NT-06). */
export const LATE_AFTER_HOURS = 24;

/** Whether a note is a late entry: signed more than 24 hours after its session ended. Both are instants in milliseconds. */
export function isLateEntry(sessionEndedAt: number, signedAt: number): boolean {
  return signedAt - sessionEndedAt > LATE_AFTER_HOURS * 3_600_000;
}
