import { wrongState } from '@kinfold/shared/kernel';
import type { AttendanceStatus } from './vocabulary';

const THERE: readonly AttendanceStatus[] = ['present', 'remote', 'late', 'left-early'];

/** Whether someone took part, for however long and from wherever. */
export function wasThere(status: AttendanceStatus | null): boolean {
  return status !== null && THERE.includes(status);
}

/**
 * A session that nobody came to was not held: it is called off instead.
 * @param newest the newest status of every invited member; null where none was recorded
 * @throws DomainError 409 `nobody_there`
 */
export function requireParticipants(newest: readonly (AttendanceStatus | null)[]): void {
  if (!newest.some(wasThere)) {
    throw wrongState('Nobody is marked as here. Mark who took part, or call the session off.', 'nobody_there');
  }
}

/** How many took part, stayed away, and are not marked yet. */
export function countAttendance(newest: readonly (AttendanceStatus | null)[]): {
  readonly there: number;
  readonly away: number;
  readonly open: number;
} {
  const there = newest.filter(wasThere).length;
  const open = newest.filter((status) => status === null).length;
  return { there, open, away: newest.length - there - open };
}
