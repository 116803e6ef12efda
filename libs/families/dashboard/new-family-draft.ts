import { Injectable, effect, inject, signal } from '@angular/core';
import type { SecretsPolicy } from '@kinfold/families/domain';
import { SignedIn } from '@kinfold/shared/web';
import { emptyMember, isBegun, type MemberDraft } from './member-draft';

/** A new family as it is typed. */
export interface FamilyDraft {
  readonly displayName: string;
  readonly secretsPolicy: SecretsPolicy | '';
  readonly members: readonly MemberDraft[];
}

/** Nothing typed yet: one member, because a family has at least one. */
export function emptyFamily(): FamilyDraft {
  return { displayName: '', secretsPolicy: '', members: [emptyMember()] };
}

/** Whether somebody typed something that would be missed. */
export function isFamilyBegun(draft: FamilyDraft): boolean {
  return (
    draft.displayName.trim() !== '' ||
    draft.secretsPolicy !== '' ||
    draft.members.length > 1 ||
    draft.members.some(isBegun)
  );
}

/**
 * Keeps what is typed about a new family while other pages are looked at, in memory only: until it is saved, cleared, or the person signs
 * out.
 */
@Injectable({ providedIn: 'root' })
export class NewFamilyDraft {
  private readonly signedIn = inject(SignedIn);
  readonly model = signal<FamilyDraft>(emptyFamily());

  constructor() {
    effect(() => {
      if (this.signedIn.info() === null) this.clear();
    });
  }

  /** Forgets everything typed. */
  clear(): void {
    this.model.set(emptyFamily());
  }
}
