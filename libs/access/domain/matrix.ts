import { family, member, relationship } from './matrix-families';
import { account, auditLog, consent } from './matrix-governance';
import { instrument, processNote, progressNote, response, summary } from './matrix-records';
import { attendance, moment, participation, session } from './matrix-sessions';
import { agreement, milestone, preventionPlan, setback } from './matrix-work';
import { type Action, type Cell, type Resource, type Row, type Standing } from './vocabulary';

/**
 * The access matrix: one row per resource, one cell per standing. A missing row or cell does not compile (AZ-17).
 * It says who may ever do what; `policy.ts` adds the invariants that hold over the whole of it. The state of a
 * document (a signed note is not edited) is not access and is answered by its slice as a wrong state.
 */
export const MATRIX = {
  family,
  member,
  relationship,
  session,
  moment,
  attendance,
  participation,
  'process-note': processNote,
  'progress-note': progressNote,
  summary,
  instrument,
  response,
  agreement,
  'prevention-plan': preventionPlan,
  setback,
  milestone,
  consent,
  'audit-log': auditLog,
  account,
} as const satisfies Readonly<Record<Resource, Row>>;

/** Resources that exist in this version; API and SQL tests are generated for each of their cells. */
export const BUILT_RESOURCES = [
  'family',
  'member',
  'relationship',
  'session',
  'moment',
  'attendance',
  'participation',
  'progress-note',
  'summary',
  'instrument',
  'response',
  'consent',
  'audit-log',
  'account',
] as const satisfies readonly Resource[];

/** Resources whose cells are decided but that have no table or route yet; generated tests list them as such. */
export const PLANNED_RESOURCES = [
  'process-note',
  'agreement',
  'prevention-plan',
  'setback',
  'milestone',
] as const satisfies readonly Resource[];

/** Built resources that are written and not yet shown to anybody. */
export const WRITE_ONLY_RESOURCES = ['audit-log'] as const satisfies readonly Resource[];

/** Resources that say nothing about a family; reading them never raises a review flag (invariant 9). */
export const NON_CLINICAL_RESOURCES = ['instrument', 'audit-log', 'account'] as const satisfies readonly Resource[];

/**
 * One cell, for values that come from outside the type system as well.
 * @returns its grants; none for a resource or standing the matrix does not know
 */
export function cellOf(resource: string, standing: string): Cell {
  // Own properties only: 'constructor' is a property of every object and must not be a row.
  if (!Object.hasOwn(MATRIX, resource)) return [];
  const row: Row = MATRIX[resource as Resource];
  return Object.hasOwn(row, standing) ? row[standing as Standing] : [];
}

/** The actions that at least one cell of a resource's row grants. */
export type ActionsOf<R extends Resource> = (typeof MATRIX)[R][Standing][number]['actions'][number] & Action;
