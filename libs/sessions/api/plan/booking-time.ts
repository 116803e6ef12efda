import { instantOf, requireLength, requirePlannable, zoneOffset } from '@kinfold/sessions/domain';

/** From when to when a session is booked. */
export interface BookedTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Turns a wall time and a length into instants.
 * @param localStart wall time where the clinic is
 * @param minutes 10 to 240
 * @throws DomainError 422 for a time the clocks skip or show twice, a wrong length, a time nobody can mean
 */
export function bookedTime(localStart: string, minutes: number, zone: string, now = Date.now()): BookedTime {
  requireLength(minutes);
  const startsAt = instantOf(localStart, zoneOffset(zone));
  requirePlannable(startsAt, now);
  return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + minutes * 60_000) };
}

/** A room as it is compared: single spaces, none around it. Null without one. */
export function roomName(room: string | null): string | null {
  return room?.replace(/\s+/g, ' ').trim() ?? null;
}
