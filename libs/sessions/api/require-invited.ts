import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';

const INVITED = statement(
  'is-invited',
  'select member_id from session_member where clinic_id = $1 and session_id = $2 and member_id = $3',
);

/** @throws DomainError 404 for a member who is not invited to the session */
export async function requireInvited(tx: Transaction, sessionId: string, memberId: string): Promise<void> {
  const rows = await tx.rows(INVITED, [tx.context.clinicId, sessionId, memberId]);
  if (rows.length === 0) throw notFound();
}
