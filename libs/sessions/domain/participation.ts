import { invalidField, wrongState } from '@kinfold/shared/kernel';
import { wasThere } from './attendance';
import type { AttendanceStatus } from './vocabulary';

/** How somebody took part, as the clinician saw it. */
export const PARTICIPATION_AXES = ['engagement', 'connection', 'safety'] as const;
export type ParticipationAxis = (typeof PARTICIPATION_AXES)[number];

/** Each axis from -3 to +3 in whole steps; 0 is neither. */
export type Participation = Readonly<Record<ParticipationAxis, number>>;

export const PARTICIPATION_RANGE = { min: -3, max: 3 } as const;

export const PARTICIPATION_WORDS: Readonly<
  Record<ParticipationAxis, { readonly question: string; readonly low: string; readonly high: string }>
> = {
  engagement: { question: 'Taking part', low: 'away', high: 'fully there' },
  connection: { question: 'Connection', low: 'apart', high: 'close' },
  safety: { question: 'Feeling safe', low: 'unsafe', high: 'at ease' },
};

/** @throws DomainError 422 naming the axis that is not a whole number from -3 to +3 */
export function requireParticipation(rating: Participation): void {
  for (const axis of PARTICIPATION_AXES) {
    const value = rating[axis];
    if (!Number.isInteger(value) || value < PARTICIPATION_RANGE.min || value > PARTICIPATION_RANGE.max) {
      throw invalidField(axis, 'participation_range', 'Choose a step from -3 to +3.');
    }
  }
}

/**
 * Rated only after the end, never while members can see it, and only of members who were there.
 * @param ended whether the session has been ended
 * @param attendance the member's newest status
 * @throws DomainError 409 before the end, 422 for a member who was not there
 */
export function requireRateable(ended: boolean, attendance: AttendanceStatus | null): void {
  if (!ended) throw wrongState('End the session first: taking part is rated after the family has left.', 'not_ended');
  if (!wasThere(attendance))
    throw invalidField('memberId', 'not_there', 'Only members who were there are rated. Mark them first.');
}
