import { may, mayCount, NOTHING, type Row } from './vocabulary';

const ownConsent = [may(['create', 'sign', 'read', 'withdraw'], ['own'])];

export const consent = {
  // "C/U templates only"; who writes a template has to see it, so R of the template is understood.
  admin: [may(['create', 'read', 'update'], [], { part: 'template' })],
  supervisor: [may(['read'], ['supervised'])],
  // "C draft, record paper W": a clinician prepares a consent and records a paper one, signed or withdrawn (CN-05).
  // Signing is the member's own (CN-08).
  'therapist-assigned': [
    may(['create', 'read', 'withdraw'], ['assigned']),
    may(['create'], ['assigned'], { part: 'paper-record' }),
  ],
  'therapist-unassigned': NOTHING,
  'co-therapist': [may(['read'], ['assigned'])],
  // "C capture/witness": the desk records what a member signed before its eyes.
  'front-desk': [may(['create'], [], { part: 'paper-record', projection: 'status' }), mayCount([], 'status')],
  'progress-staff': [mayCount([], 'status')],
  'person-in-recovery': ownConsent,
  relative: ownConsent,
  minor: [may(['create', 'sign', 'read', 'withdraw'], ['own', 'guardian'])],
  auditor: [may(['read'], ['time-boxed'])],
  'break-glass': [may(['read'], ['time-boxed'])],
} satisfies Row;

const whoOpenedThisChart = [may(['read'], ['assigned'], { part: 'chart-access' })];
const accessReportAboutMe = [may(['read'], ['own'], { part: 'own-access-report' })];

/** Nobody writes the log through a permission: rows are appended by the transaction they describe. */
export const auditLog = {
  // Security events, without the names of clinical objects.
  admin: [may(['read'], [], { part: 'security-events' })],
  supervisor: [may(['read'], ['supervised'])],
  'therapist-assigned': whoOpenedThisChart,
  'therapist-unassigned': NOTHING,
  'co-therapist': whoOpenedThisChart,
  'front-desk': NOTHING,
  'progress-staff': NOTHING,
  'person-in-recovery': accessReportAboutMe,
  relative: accessReportAboutMe,
  minor: [may(['read'], ['own', 'guardian'], { part: 'own-access-report' })],
  // "R X2 all": the second person belongs to the export, not to reading.
  auditor: [may(['read']), may(['export'], ['second-person'])],
  'break-glass': NOTHING,
} satisfies Row;

/** A guardian cannot change a minor's account: `own` is the account holder alone (FC-14). */
const ownAccount = [may(['update'], ['own'])];

/** No cell reaches a password: changing one's own is `self`, and nobody chooses another's (AU-09). */
export const account = {
  // "C U disable": nobody changes their own roles or disables themselves (AZ-13). R is understood, because accounts
  // that cannot be listed cannot be disabled.
  admin: [
    may(['create', 'read']),
    may(['update', 'withdraw'], ['other-person']),
    may(['update'], ['second-person', 'other-person'], { part: 'second-factor-reset' }),
  ],
  supervisor: [may(['read'], ['supervised'])],
  // "invite/unlink"; R is understood, because the co-therapist beside it has it.
  'therapist-assigned': [may(['create', 'read', 'withdraw'], ['assigned'], { part: 'portal-account' })],
  'therapist-unassigned': NOTHING,
  // The cell is a bare "R"; it is read beside "portal user of a", so it is confined to the assigned family.
  'co-therapist': [may(['read'], ['assigned'], { part: 'portal-account' })],
  'front-desk': [may(['create'], ['identity-checked'], { part: 'portal-account' })],
  'progress-staff': NOTHING,
  'person-in-recovery': ownAccount,
  relative: ownAccount,
  minor: ownAccount,
  auditor: [may(['read'])],
  'break-glass': NOTHING,
} satisfies Row;
