import { invalidField } from '@kinfold/shared/kernel';
import type { SessionClass, SessionKind } from './vocabulary';

/** What is said to the clinician alone is held for the one who said it; what is said together is shared (FC-01). */
export function classOfSession(kind: SessionKind): Exclude<SessionClass, 'safety-restricted'> {
  return kind === 'individual' ? 'individual-confidential' : 'shared';
}

/**
 * @param members how many members are invited
 * @throws DomainError 422 when the number does not fit the kind
 */
export function requireMembersFit(kind: SessionKind, members: number): void {
  if (kind === 'individual' && members !== 1) {
    throw invalidField('memberIds', 'one_member', 'A session with one member has exactly one. Choose who comes.');
  }
  if (kind !== 'individual' && members < 2) {
    throw invalidField('memberIds', 'two_members', 'Choose at least two members, or plan a session with one member.');
  }
}
