import { invalidField } from '@kinfold/shared/kernel';
import type { RelationshipKind } from './vocabulary';

/**
 * Checks the days of a member or a relationship against today.
 * @throws DomainError 422 naming the field
 */
export function requireNotInFuture(field: string, day: string | null | undefined, today: string): void {
  if (day && day > today) throw invalidField(field, 'day_in_future', 'This day has not come yet. Check the date.');
}

/** @throws DomainError 422 when an end lies before its beginning */
export function requireOrder(startedOn: string | null, endedOn: string): void {
  if (startedOn && endedOn < startedOn)
    throw invalidField('endedOn', 'ends_before_start', 'The end lies before the beginning. Check the date.');
}

/** @throws DomainError 422 when both ends of a relationship are the same member */
export function requireTwoMembers(fromMemberId: string, toMemberId: string): void {
  if (fromMemberId === toMemberId) throw invalidField('toMemberId', 'same_member', 'Choose two different members.');
}

/** Kinds that are true in both directions; the others have a from and a to. */
export function isMutual(kind: RelationshipKind): boolean {
  return kind === 'partner-of' || kind === 'former-partner-of' || kind === 'sibling-of' || kind === 'other';
}
