import { isId } from '@kinfold/shared/kernel';
import type { Context } from '../context/context';

const ZONE = /^[A-Za-z0-9_+\-/]{1,64}$/;

/**
 * The text that opens a transaction and says who asks. `SET LOCAL` with validated literals: it ends with the transaction whatever
 * happens, and it is forwarded to Citus workers, which `set_config` is not (architecture.md, data rules).
 * @throws RangeError when an id is not an id: nothing unvalidated ever becomes part of a statement
 */
export function enterText(context: Pick<Context, 'clinicId' | 'sessionId' | 'clinicZone'>): string {
  if (!isId(context.clinicId) || !isId(context.sessionId))
    throw new RangeError('The context carries something that is not an id');
  if (!ZONE.test(context.clinicZone)) throw new RangeError('The context carries something that is not a time zone');
  return (
    `BEGIN; SET LOCAL kinfold.clinic = '${context.clinicId}'; SET LOCAL kinfold.session = '${context.sessionId}'; ` +
    `SET LOCAL kinfold.zone = '${context.clinicZone}'`
  );
}
