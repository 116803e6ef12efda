import { may, mayCount, NOTHING, type Row } from './vocabulary';

/** To propose is to add to the document; the clinicians' text stays as it is until it is agreed. */
const partyToAgreement = [may(['read', 'sign'], ['party']), may(['amend'], ['party'], { part: 'proposal' })];

export const agreement = {
  admin: NOTHING,
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update', 'sign', 'withdraw'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'update', 'sign'], ['assigned'])],
  'front-desk': NOTHING,
  'progress-staff': [mayCount([], 'status')],
  'person-in-recovery': partyToAgreement,
  relative: partyToAgreement,
  minor: [may(['read', 'sign'], ['party', 'guardian'])],
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

/** The owner is the person in recovery. */
export const preventionPlan = {
  admin: NOTHING,
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update', 'sign'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'update', 'sign'], ['assigned'])],
  'front-desk': NOTHING,
  'progress-staff': [mayCount([], 'status')],
  // "C R U propose S" is read as four rights and a proposal: the owner changes the plan, and may propose a change.
  'person-in-recovery': [
    may(['create', 'read', 'update', 'sign'], ['own']),
    may(['amend'], ['own'], { part: 'proposal' }),
  ],
  relative: [may(['read'], ['shared', 'consented'])],
  minor: [may(['read'], ['shared', 'consented', 'guardian'])],
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

/** FC-11: whoever reported reads their own report, and nobody else in the portal learns that there is one. */
const ownReport = [may(['create', 'read'], ['own'])];

export const setback = {
  admin: [mayCount([], 'de-identified-count')],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'amend'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'amend'], ['assigned'])],
  'front-desk': NOTHING,
  'progress-staff': [may(['create']), may(['read'], ['own']), mayCount()],
  'person-in-recovery': ownReport,
  relative: ownReport,
  minor: ownReport,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

export const milestone = {
  admin: [mayCount([], 'de-identified-count')],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update', 'withdraw'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['create', 'read', 'update'], ['assigned'])],
  'front-desk': NOTHING,
  'progress-staff': [may(['create', 'read', 'update'])],
  // "decides who may see" is a change of the audience, of nothing else.
  'person-in-recovery': [may(['read'], ['own']), may(['update'], ['own'], { part: 'audience' })],
  relative: [may(['read'], ['shared', 'consented'])],
  // The cell says "R c g"; "shared with me" is taken over from the column beside it.
  minor: [may(['read'], ['shared', 'consented', 'guardian'])],
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;
