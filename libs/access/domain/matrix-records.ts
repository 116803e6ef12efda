import { may, mayCount, NOTHING, type Row } from './vocabulary';

/** Psychotherapy notes (45 CFR 164.501) and SUD counseling notes (42 CFR 2.11): the author's own, nobody else's. */
export const processNote = {
  admin: NOTHING,
  // Decision 9: only where the clinic switched it on, for a trainee under supervision, and the author flagged the note.
  supervisor: [may(['read'], ['supervised', 'trainee', 'flagged', 'clinic-enabled'])],
  'therapist-assigned': [
    may(['create', 'read', 'update', 'sign', 'amend'], ['assigned', 'own']),
    may(['export'], ['assigned', 'own', 'notes-only-consent']),
  ],
  'therapist-unassigned': NOTHING,
  // The cell names who ("own or recorded co-originator") but no action: the author's are taken, without export;
  // a co-originator does not start the note and does not sign it, because nobody signs for another (NT-06).
  'co-therapist': [
    may(['create', 'read', 'update', 'sign', 'amend'], ['assigned', 'own']),
    may(['read', 'update', 'amend'], ['assigned', 'originator']),
  ],
  'front-desk': NOTHING,
  'progress-staff': NOTHING,
  'person-in-recovery': NOTHING,
  relative: NOTHING,
  minor: NOTHING,
  // The auditor sees the audit events about it, which are rows of audit-log.
  auditor: NOTHING,
  'break-glass': NOTHING,
} satisfies Row;

/**
 * Decision 15 narrows every R: a draft is read by its recorded authors, and by the supervisor after hand-over;
 * a signed note by the assigned team.
 */
const writeProgressNote = [
  may(['create'], ['assigned']),
  may(['update', 'sign', 'read'], ['assigned', 'own']),
  may(['read', 'amend'], ['assigned', 'signed']),
];

export const progressNote = {
  admin: NOTHING,
  supervisor: [
    may(['read'], ['supervised', 'signed']),
    may(['read'], ['supervised', 'handed-over']),
    // Co-signing: of a supervised clinician's note, never of one's own (AZ-13).
    may(['sign'], ['supervised', 'other-person']),
  ],
  'therapist-assigned': [
    ...writeProgressNote,
    may(['withdraw'], ['assigned', 'signed']),
    may(['withdraw'], ['assigned', 'own']),
  ],
  'therapist-unassigned': NOTHING,
  'co-therapist': writeProgressNote,
  'front-desk': NOTHING,
  'progress-staff': NOTHING,
  // A request for one's own record is answered by a per-member extract (EX-01), not by this row.
  'person-in-recovery': NOTHING,
  relative: NOTHING,
  minor: NOTHING,
  // "R sample t2 with basis".
  auditor: [may(['read'], ['time-boxed', 'second-person', 'legal-basis', 'signed'])],
  'break-glass': [may(['read'], ['time-boxed', 'signed'])],
} satisfies Row;

/** Reading, and the answer to it: acknowledging or commenting adds to the summary and goes to the clinicians (FC-18). */
const readSummary = [
  may(['read'], ['released', 'consented']),
  may(['amend'], ['released', 'consented'], { part: 'reply' }),
];

export const summary = {
  admin: NOTHING,
  supervisor: [
    may(['read'], ['supervised']),
    // The second approval, where the clinic asks for one; never of one's own summary (AZ-13).
    may(['publish'], ['supervised', 'second-approval-required', 'other-person']),
  ],
  'therapist-assigned': [
    may(['create', 'read', 'publish', 'withdraw'], ['assigned']),
    may(['update'], ['assigned', 'own']),
  ],
  'therapist-unassigned': NOTHING,
  'co-therapist': [
    may(['create', 'read'], ['assigned']),
    may(['update'], ['assigned', 'own']),
    may(['publish'], ['assigned', 'granted']),
  ],
  'front-desk': NOTHING,
  'progress-staff': [mayCount([], 'status')],
  'person-in-recovery': readSummary,
  relative: readSummary,
  minor: [
    may(['read'], ['released', 'consented', 'guardian']),
    may(['amend'], ['released', 'consented', 'guardian'], { part: 'reply' }),
  ],
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

const assignedForm = [may(['read'], ['form-assigned'])];

/** The definition of a measure: licensed text, nobody's data. */
export const instrument = {
  admin: [may(['create', 'read', 'update', 'publish'])],
  supervisor: [may(['create', 'read', 'update'])],
  'therapist-assigned': [may(['read'])],
  'therapist-unassigned': [may(['read'])],
  'co-therapist': [may(['read'])],
  'front-desk': [may(['read'], [], { projection: 'titles' })],
  'progress-staff': [may(['read'])],
  'person-in-recovery': assignedForm,
  relative: assignedForm,
  minor: assignedForm,
  auditor: [may(['read'])],
  'break-glass': [may(['read'])],
} satisfies Row;

/** One's own answers until they are sent; afterwards the result, once a clinician released it. */
const ownResponse = [may(['create', 'read', 'update'], ['own', 'unsent']), may(['read'], ['own', 'released'])];

export const response = {
  admin: [mayCount([], 'de-identified-count')],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'amend'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'amend'], ['assigned'])],
  'front-desk': [mayCount([], 'status')],
  // Total and date; never the items or the text.
  'progress-staff': [may(['read'], [], { projection: 'total-and-date' })],
  'person-in-recovery': ownResponse,
  relative: ownResponse,
  minor: [
    may(['create', 'read', 'update'], ['own', 'unsent', 'guardian']),
    may(['read'], ['own', 'released', 'guardian']),
  ],
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;
