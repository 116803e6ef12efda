import { statement, type Transaction } from '@kinfold/shared/api';

const TOUCH = statement(
  'touch-family',
  'update family set content_version = content_version + 1 where clinic_id = $1 and id = $2',
);

/**
 * Says that something the family page shows has changed, so that its entity tag changes. Called by every use case that writes such a
 * thing, in the same transaction; there are no triggers (architecture.md, data rules).
 */
export async function touchFamily(tx: Transaction, familyId: string): Promise<void> {
  await tx.change(TOUCH, [tx.context.clinicId, familyId]);
}
