/**
 * The words the access matrix is written in. Each list is closed: a word that is not here grants nothing.
 */

/** The columns of the matrix: in what capacity somebody meets one object. Worked out per object, never stored. */
export const STANDINGS = [
  'admin',
  'supervisor',
  'therapist-assigned',
  'therapist-unassigned',
  'co-therapist',
  'front-desk',
  'progress-staff',
  'person-in-recovery',
  'relative',
  'minor',
  'auditor',
  'break-glass',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const PORTAL_STANDINGS = ['person-in-recovery', 'relative', 'minor'] as const satisfies readonly Standing[];

/** The rows of the matrix. `moment` and `participation` are ours; the other 17 are the design's. */
export const RESOURCES = [
  'family',
  'member',
  'relationship',
  'session',
  'moment',
  'attendance',
  'participation',
  'process-note',
  'progress-note',
  'summary',
  'instrument',
  'response',
  'agreement',
  'prevention-plan',
  'setback',
  'milestone',
  'consent',
  'audit-log',
  'account',
] as const;
export type Resource = (typeof RESOURCES)[number];

/**
 * What can be done. There is no delete: nobody deletes clinical rows, purging is a job (matrix invariant 1).
 * `amend` is any addition to a document that stays as it was: an addendum, a reply, a proposal.
 * `count` is numbers or a status, without content.
 */
export const ACTIONS = ['create', 'read', 'update', 'sign', 'amend', 'publish', 'withdraw', 'export', 'count'] as const;
export type Action = (typeof ACTIONS)[number];

/** What must be true before a grant holds; every condition of a grant must hold. `facts.ts` says what each one asks. */
export const CONDITIONS = [
  'assigned',
  'own',
  'supervised',
  'party',
  'released',
  'consented',
  'time-boxed',
  'second-person',
  'guardian',
  'trainee',
  'clinic-enabled',
  'family-member',
  'flagged',
  'form-assigned',
  'granted',
  'handed-over',
  'identity-checked',
  'invited',
  'legal-basis',
  'met-in-session',
  'notes-only-consent',
  'originator',
  'other-person',
  'second-approval-required',
  'shared',
  'signed',
  'today',
  'unsent',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * How much of the object a grant shows, the widest first. `full` is everything the surface's own answer may carry,
 * which for the portal is never a staff-only field (matrix invariant 7). The design's marks `m` and `d` are
 * projections here and not conditions, because nothing is asked of the actor: the answer is cut instead.
 */
export const PROJECTIONS = [
  'full',
  'minimal',
  'schedule',
  'name-and-standing',
  'guardian-edge',
  'total-and-date',
  'titles',
  'status',
  'own-name',
  'count',
  'de-identified-count',
] as const;
export type Projection = (typeof PROJECTIONS)[number];

/**
 * Parts of a resource that a cell names by itself. `within`: a grant on the whole covers the part.
 * `apart`: only a grant that names the part covers it, so that changing a family never includes changing its team.
 */
export const PARTS = {
  'minimal-fields': 'within',
  contact: 'within',
  schedule: 'within',
  'check-in': 'within',
  reply: 'within',
  proposal: 'within',
  audience: 'within',
  'security-events': 'within',
  'chart-access': 'within',
  'own-access-report': 'within',
  'portal-account': 'within',
  assignment: 'apart',
  template: 'apart',
  'paper-record': 'apart',
  'second-factor-reset': 'apart',
} as const;
export type Part = keyof typeof PARTS;

/** Who may read an item (FC-01). A resource without a class of its own (account, instrument) says `shared`. */
export const CLASSES = ['shared', 'individual-confidential', 'safety-restricted'] as const;
export type ConfidentialityClass = (typeof CLASSES)[number];

/** One permission of a cell: all of these actions, when all of these conditions hold. */
export interface Grant<A extends Action = Action> {
  readonly actions: readonly A[];
  readonly conditions: readonly Condition[];
  readonly projection: Projection;
  readonly part?: Part;
}
export type Cell = readonly Grant[];
export type Row = Readonly<Record<Standing, Cell>>;

/** The dash of the table: nothing, answered like something that is not there. */
export const NOTHING: readonly Grant<never>[] = [];

/**
 * Writes one grant of a cell.
 * @param actions what may be done
 * @param conditions what must hold, all of them; none means the standing alone is enough
 * @param limits the projection (default `full`) and the part the grant is confined to (default the whole)
 */
export function may<const A extends Action>(
  actions: readonly A[],
  conditions: readonly Condition[] = [],
  limits: { readonly projection?: Projection; readonly part?: Part } = {},
): Grant<A> {
  return { actions, conditions, projection: 'full', ...limits };
}

/** `K` of the table: a number, or a status when `projection` says so. */
export function mayCount(conditions: readonly Condition[] = [], projection: Projection = 'count'): Grant<'count'> {
  return may(['count'], conditions, { projection });
}
