import { invalidField } from '@kinfold/shared/kernel';
import { isTechnique } from './techniques';
import type { MomentKind, SessionClass } from './vocabulary';

/** Kinds that can carry a few words: what was agreed, given, said, or seen. */
export const WORDED_KINDS: readonly MomentKind[] = ['quote', 'agreement', 'homework', 'shift', 'safety'];

/** Kinds that mean nothing without the member they are about. */
export const MEMBER_KINDS: readonly MomentKind[] = ['turn', 'quote', 'homework'];

/** What a tap says, as far as rules look at it. */
export interface MomentFacts {
  readonly kind: MomentKind;
  readonly memberId: string | null;
  readonly technique: string | null;
  readonly words: string | null;
}

/**
 * @throws DomainError 422 for a technique that is not in the catalogue or not asked for, a missing member, or words where none belong
 */
export function requireMoment({ kind, memberId, technique, words }: MomentFacts): void {
  if (kind === 'technique' && (technique === null || !isTechnique(technique))) {
    throw invalidField('technique', 'technique_unknown', 'Choose a technique of the catalogue.');
  }
  if (kind !== 'technique' && technique !== null) {
    throw invalidField('technique', 'technique_unexpected', 'Only a technique moment names a technique.');
  }
  if (memberId === null && MEMBER_KINDS.includes(kind)) {
    throw invalidField('memberId', 'member_missing', 'Say whose moment this is.');
  }
  if (words !== null) requireWorded(kind);
}

/** @throws DomainError 422 for a kind that carries no words */
export function requireWorded(kind: MomentKind): void {
  if (!WORDED_KINDS.includes(kind))
    throw invalidField('words', 'words_unexpected', 'This kind of moment has no words.');
}

/** A safety moment is for the treating team alone, whatever the session; everything else is as open as its session (FC-07). */
export function classOfMoment(kind: MomentKind, session: SessionClass): SessionClass {
  return kind === 'safety' ? 'safety-restricted' : session;
}
