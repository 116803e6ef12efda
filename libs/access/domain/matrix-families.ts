import { may, mayCount, NOTHING, type Row } from './vocabulary';

/** "R own name only": of the shell a member sees the name their own membership carries. */
const ownName = [may(['read'], ['family-member'], { projection: 'own-name' })];

export const family = {
  admin: [
    may(['read'], [], { projection: 'minimal' }),
    mayCount(),
    may(['create', 'update'], ['second-person'], { part: 'assignment' }),
  ],
  supervisor: [may(['read'], ['supervised']), may(['update'], ['supervised'], { part: 'assignment' })],
  'therapist-assigned': [may(['read', 'update'], ['assigned'])],
  // The table leaves this to the front desk; a clinic of one has none. Whoever begins a family is assigned to it (ADR 0003).
  'therapist-unassigned': [may(['create'])],
  'co-therapist': [may(['read', 'update'], ['assigned'])],
  'front-desk': [
    may(['create']),
    may(['read'], [], { projection: 'minimal' }),
    may(['update'], [], { projection: 'minimal', part: 'minimal-fields' }),
  ],
  // The cell reads "m (code, status)": the narrower of the two.
  'progress-staff': [may(['read'], [], { projection: 'status' })],
  'person-in-recovery': ownName,
  relative: ownName,
  minor: ownName,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

/**
 * The table gives a portal member their own row. Decision 17 adds the display name and standing of members with whom
 * they attended a joint session, so that a recipient can be named.
 */
const ownMember = [
  may(['read'], ['own']),
  may(['update'], ['own'], { part: 'contact' }),
  may(['read'], ['met-in-session'], { projection: 'name-and-standing' }),
];

/** Contact details have no row of their own: they are the part `contact` of a member. */
export const member = {
  admin: [may(['read'], [], { projection: 'minimal' })],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['read', 'update'], ['assigned'])],
  'front-desk': [
    may(['create']),
    may(['read'], [], { projection: 'minimal' }),
    may(['update'], [], { projection: 'minimal', part: 'minimal-fields' }),
    // Contact stands in the minimal projection, so the desk changes it too.
    may(['update'], [], { projection: 'minimal', part: 'contact' }),
  ],
  // Invariant 10: the birth date is an age band here.
  'progress-staff': [may(['read'], [], { projection: 'minimal' })],
  'person-in-recovery': ownMember,
  relative: ownMember,
  minor: ownMember,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

/** Court orders and risk edges included. */
export const relationship = {
  admin: NOTHING,
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': [may(['create', 'read', 'update', 'withdraw'], ['assigned'])],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['read', 'update'], ['assigned'])],
  'front-desk': [may(['read'], [], { projection: 'guardian-edge' })],
  'progress-staff': NOTHING,
  'person-in-recovery': NOTHING,
  relative: NOTHING,
  minor: NOTHING,
  auditor: [mayCount(['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;
