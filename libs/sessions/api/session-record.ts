import type { ConfidentialityClass } from '@kinfold/access/domain';
import type { SessionKind, SessionStatus } from '@kinfold/sessions/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound, stale } from '@kinfold/shared/kernel';

/** What every use case has to know of a session before it touches it. Instants are of the database, `now` too. */
export interface SessionRecord {
  readonly id: string;
  readonly familyId: string;
  readonly kind: SessionKind;
  readonly class: ConfidentialityClass;
  readonly status: SessionStatus;
  readonly startsAt: Date;
  readonly stoppedAt: Date | null;
  readonly version: number;
  /** Whether it is planned for today, where it was planned. */
  readonly today: boolean;
  readonly now: Date;
}

const FIND = statement(
  'find-session',
  `select id, family_id as "familyId", kind, class, status, starts_at as "startsAt", stopped_at as "stoppedAt", version,
      local_start::date = (now() at time zone time_zone)::date as today, now() as now
   from session where clinic_id = $1 and id = $2`,
);

/** @throws DomainError 404 when it is not there or not open to the actor */
export async function findSession(tx: Transaction, id: string): Promise<SessionRecord> {
  const [session] = await tx.rows<SessionRecord>(FIND, [tx.context.clinicId, id]);
  if (!session) throw notFound();
  return session;
}

/** @throws DomainError 412 when someone else was faster */
export function requireVersion(session: SessionRecord, version: number): void {
  if (session.version !== version) throw stale();
}
