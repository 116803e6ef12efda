import type { MomentKind, SessionClass } from '@kinfold/sessions/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';

/** A moment as its recorder changes it. */
export interface OwnMoment {
  readonly memberId: string | null;
  readonly kind: MomentKind;
  readonly class: SessionClass;
  readonly worded: boolean;
  readonly undone: boolean;
}

const FIND = statement(
  'own-moment',
  `select member_id as "memberId", kind, class, words_sealed is not null as worded, undone_at is not null as undone
   from moment where clinic_id = $1 and session_id = $2 and id = $3 and recorded_by = $4`,
);

/** @throws DomainError 404 for a moment that is not there or that somebody else recorded */
export async function ownMoment(tx: Transaction, sessionId: string, id: string): Promise<OwnMoment> {
  const { clinicId, accountId } = tx.context;
  const [moment] = await tx.rows<OwnMoment>(FIND, [clinicId, sessionId, id, accountId]);
  if (!moment) throw notFound();
  return moment;
}
