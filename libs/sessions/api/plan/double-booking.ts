import { brokenConstraint } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';

/** What an exclusion constraint protects, and the field of the form it belongs to. */
const TAKEN: Readonly<Record<string, { readonly field: string; readonly message: string }>> = {
  clinician_booked_once: {
    field: 'clinicianIds',
    message: 'A clinician has another session then. Choose another time or another clinician.',
  },
  member_booked_once: {
    field: 'memberIds',
    message: 'A member has another session then. Choose another time or other members.',
  },
  session_room_booked_once: { field: 'room', message: 'The room is taken then. Choose another time or another room.' },
};

/**
 * Runs a booking. The database decides about double booking, so that two people who book in the same moment cannot both succeed;
 * what it refuses is put into words here.
 * @throws DomainError 409 `double_booking`, its field saying whether it is a clinician, a member or the room
 */
export async function booking<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const taken = TAKEN[brokenConstraint(error) ?? ''];
    if (!taken) throw error;
    throw new DomainError('conflict', 'double_booking', taken.message, [{ ...taken, code: 'double_booking' }]);
  }
}
