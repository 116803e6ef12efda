import { type GivenConsent, permits } from '@kinfold/consent/domain';

/** A line with its frozen subjects. */
export interface AudienceLine {
  readonly id: string;
  readonly subjectIds: readonly string[];
}

/** What decides who reads which line of one summary. */
export interface Audience {
  readonly released: boolean;
  readonly recipientIds: readonly string[];
  /** In the order in which they were written. */
  readonly lines: readonly AudienceLine[];
}

/** Whether a live consent of the giver names the recipient. */
export type Permitted = (giverId: string, recipientId: string) => boolean;

/**
 * The lines a member would read of those that are shared with them: their own, and those whose every other subject permits it. A line
 * without subjects is nobody's to read.
 */
export function readableLines(
  readerId: string,
  lines: readonly AudienceLine[],
  permitted: Permitted,
): readonly string[] {
  const opens = ({ subjectIds }: AudienceLine): boolean =>
    subjectIds.length > 0 && subjectIds.every((subjectId) => subjectId === readerId || permitted(subjectId, readerId));
  return lines.filter(opens).map((line) => line.id);
}

/**
 * Whose consent is missing for a member to read all lines.
 * @returns members in the order in which their lines stand, each once
 */
export function missingConsents(
  readerId: string,
  lines: readonly AudienceLine[],
  permitted: Permitted,
): readonly string[] {
  const others = lines.flatMap((line) => line.subjectIds).filter((subjectId) => subjectId !== readerId);
  return [...new Set(others)].filter((subjectId) => !permitted(subjectId, readerId));
}

/**
 * The lines of a summary that one member reads on a day (FC-03): it is released, they are a recipient, and every subject other than
 * themselves has a live consent that names them. This is the rule that `ctx.my_summary_lines()` is compared with.
 * @param consents every consent of the family
 * @param day the clinic's day, `YYYY-MM-DD`
 */
export function visibleLines(
  readerId: string,
  summary: Audience,
  consents: readonly GivenConsent[],
  day: string,
): readonly string[] {
  if (!summary.released || !summary.recipientIds.includes(readerId)) return [];
  return readableLines(readerId, summary.lines, (giverId, recipientId) => permits(consents, giverId, recipientId, day));
}
