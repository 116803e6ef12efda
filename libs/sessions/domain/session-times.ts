import { DomainError, invalidField } from '@kinfold/shared/kernel';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Lengths and distances of a session. */
export const SESSION_TIMES = {
  minMinutes: 10,
  maxMinutes: 240,
  usualMinutes: 50,
  /** A session may be written down this long afterwards, and planned this far ahead. */
  daysBack: 30,
  daysAhead: 730,
  /** The room opens at most this many hours before the start: earlier, someone took the wrong session. */
  openHoursBefore: 12,
  /** Nobody sat longer than this. */
  maxHeldHours: 12,
} as const;

/** @throws DomainError 422 for a length outside 10 to 240 minutes */
export function requireLength(minutes: number): void {
  const { minMinutes, maxMinutes } = SESSION_TIMES;
  if (!Number.isInteger(minutes) || minutes < minMinutes || minutes > maxMinutes) {
    throw invalidField('minutes', 'session_length', `A session lasts from ${minMinutes} to ${maxMinutes} minutes.`);
  }
}

/**
 * Whether somebody can mean this start.
 * @param startsAt @param now milliseconds since 1970
 * @throws DomainError 422 `too_long_ago`, `too_far_ahead`
 */
export function requirePlannable(startsAt: number, now: number): void {
  const { daysBack, daysAhead } = SESSION_TIMES;
  if (startsAt < now - daysBack * DAY) {
    throw invalidField('localStart', 'too_long_ago', `This was more than ${daysBack} days ago. Check the date.`);
  }
  if (startsAt > now + daysAhead * DAY) {
    throw invalidField('localStart', 'too_far_ahead', 'This is more than two years ahead. Check the date.');
  }
}

/** Whether the room of a session that starts then may be opened now. Milliseconds since 1970. */
export function mayOpen(startsAt: number, now: number): boolean {
  return now >= startsAt - SESSION_TIMES.openHoursBefore * 60 * MINUTE;
}

/** @throws DomainError 409 `too_early` */
export function requireMayOpen(startsAt: number, now: number): void {
  if (!mayOpen(startsAt, now)) {
    throw new DomainError(
      'conflict',
      'too_early',
      'This session is on a later day. Its room opens twelve hours before it begins.',
    );
  }
}

/**
 * Checks when a session really began and stopped.
 * @param startedAt @param stoppedAt @param now milliseconds since 1970
 * @throws DomainError 422 naming the field
 */
export function requireHeldTimes(startedAt: number, stoppedAt: number, now: number): void {
  if (stoppedAt > now)
    throw invalidField('stoppedAt', 'time_in_future', 'This time has not come yet. Check when it stopped.');
  if (stoppedAt <= startedAt)
    throw invalidField('stoppedAt', 'ends_before_start', 'It stopped before it began. Check both times.');
  if (stoppedAt - startedAt > SESSION_TIMES.maxHeldHours * 60 * MINUTE) {
    throw invalidField('startedAt', 'session_length', 'That is more than half a day. Check both times.');
  }
}
