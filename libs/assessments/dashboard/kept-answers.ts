import { Injectable, inject, untracked } from '@angular/core';
import { SignedIn } from '@kinfold/shared/web';
import type { AnsweringSnapshot } from './answering';

interface Kept {
  /** Who was signed in: another person's return does not bring the answers back. */
  readonly owner: string;
  readonly snapshot: AnsweringSnapshot;
}

/**
 * Answers that were not sent yet, while the tablet page is left or the session has ended and the same person signs in again. In memory
 * only: nothing of them reaches the device.
 */
@Injectable({ providedIn: 'root' })
export class KeptAnswers {
  private readonly signedIn = inject(SignedIn);
  private readonly kept = new Map<string, Kept>();

  /** Keeps what was answered, for whoever is signed in. */
  keep(administrationId: string, snapshot: AnsweringSnapshot): void {
    this.kept.set(administrationId, { owner: this.owner(), snapshot });
  }

  /** What was answered before, if it was with the same person signed in. */
  recall(administrationId: string): AnsweringSnapshot | undefined {
    const found = this.kept.get(administrationId);
    if (found !== undefined && found.owner !== this.owner()) this.kept.delete(administrationId);
    return this.kept.get(administrationId)?.snapshot;
  }

  /** They were sent, or taken back. */
  forget(administrationId: string): void {
    this.kept.delete(administrationId);
  }

  /** Untracked: that the session ends must not hand the answers to nobody. */
  private owner(): string {
    return untracked(this.signedIn.email);
  }
}
