import { statement, type Transaction } from '@kinfold/shared/api';
import { invalidField } from '@kinfold/shared/kernel';

const ASSIGNED = statement(
  'count-assigned-clinicians',
  `select count(distinct g.account_id)::int as found
   from assignment g join account c on c.clinic_id = g.clinic_id and c.id = g.account_id and c.surface = 'staff' and c.disabled_at is null
   where g.clinic_id = $1 and g.family_id = $2 and g.account_id = any($3) and g.starts_at <= now() and (g.ends_at is null or now() < g.ends_at)`,
);

/**
 * Checks that clinicians are assigned to the family: anybody else could be booked but could not open the session.
 * @throws DomainError 422 `clinician_not_assigned`
 */
export async function requireAssigned(tx: Transaction, familyId: string, accountIds: readonly string[]): Promise<void> {
  const [row] = await tx.rows<{ found: number }>(ASSIGNED, [tx.context.clinicId, familyId, accountIds]);
  if (row?.found !== accountIds.length) {
    throw invalidField(
      'clinicianIds',
      'clinician_not_assigned',
      'Only clinicians assigned to this family can be booked. Choose one of them.',
    );
  }
}
