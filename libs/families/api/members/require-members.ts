import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';

const COUNT = statement(
  'count-members',
  'select count(*)::int as found from member where clinic_id = $1 and family_id = $2 and id = any($3) and left_on is null',
);

/**
 * Checks that members belong to the family and have not left it.
 * @throws DomainError 404 when one does not: another family's member is not there
 */
export async function requireMembers(tx: Transaction, familyId: string, memberIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(memberIds)];
  const [row] = await tx.rows<{ found: number }>(COUNT, [tx.context.clinicId, familyId, wanted]);
  if (row?.found !== wanted.length) throw notFound();
}
