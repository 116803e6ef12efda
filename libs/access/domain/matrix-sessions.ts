import { may, mayCount, NOTHING, type Row } from './vocabulary';

const invitation = [may(['read'], ['invited'])];

export const session = {
  admin: [mayCount()],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update', 'withdraw'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  // "named sessions": an assignment to named sessions only is narrowed by invariant 5, in the policy.
  'co-therapist': [may(['create', 'read', 'update'], ['assigned'])],
  // The desk plans, moves and cancels; of a session it sees the schedule alone.
  'front-desk': [
    may(['create', 'read', 'withdraw'], [], { projection: 'schedule' }),
    may(['update'], [], { projection: 'schedule', part: 'schedule' }),
  ],
  'progress-staff': [may(['read'], [], { projection: 'status' })],
  'person-in-recovery': invitation,
  relative: invitation,
  minor: invitation,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

/**
 * No row in the design; modelled on session for the clinicians. A moment is clinical content (a technique, a quote,
 * a safety mark), so the columns that see only a session's schedule or number see nothing of it.
 */
export const moment = {
  admin: NOTHING,
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update', 'withdraw'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  // Session gives a co-therapist no withdrawal, but whoever taps a moment can undo the tap.
  'co-therapist': [may(['create', 'read', 'update'], ['assigned']), may(['withdraw'], ['assigned', 'own'])],
  'front-desk': NOTHING,
  'progress-staff': NOTHING,
  'person-in-recovery': NOTHING,
  relative: NOTHING,
  minor: NOTHING,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

const ownAttendance = [may(['read'], ['own'])];

export const attendance = {
  admin: [mayCount([], 'de-identified-count')],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'update'], ['assigned'])],
  // "C U check-in today": the desk marks who has come, and reads no history.
  'front-desk': [may(['create', 'update'], ['today'], { projection: 'status', part: 'check-in' })],
  'progress-staff': [may(['read', 'update'])],
  'person-in-recovery': ownAttendance,
  relative: ownAttendance,
  minor: ownAttendance,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

/**
 * No row in the design; modelled on attendance. How somebody took part is the clinicians' rating, made after the
 * family has left: no portal standing, desk or progress staff sees it.
 */
export const participation = {
  admin: [mayCount([], 'de-identified-count')],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'update'], ['assigned'])],
  'front-desk': NOTHING,
  'progress-staff': NOTHING,
  'person-in-recovery': NOTHING,
  relative: NOTHING,
  minor: NOTHING,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;
