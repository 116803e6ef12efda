import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, listConsents, type ConsentAnswer } from '@kinfold/shared/contract/staff';
import { KfBadge, KfButton, KfIcon, KfMemberMark, KfSection } from '@kinfold/shared/ui';
import { KfDatePipe, load, SignedIn } from '@kinfold/shared/web';
import { consentSentence, PURPOSE_WORDS, STATE_WORDS } from './consent-words';
import { RevokeDialog } from './revoke-dialog';
import { TextDialog } from './text-dialog';

/** The tab of the family page: who lets whom read what, until when. */
@Component({
  selector: 'kf-consents-tab',
  imports: [KfBadge, KfButton, KfDatePipe, KfIcon, KfMemberMark, KfSection, RevokeDialog, RouterLink, TextDialog],
  templateUrl: './consents-tab.html',
  styleUrl: './consents-tab.css',
})
export class ConsentsTab {
  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);

  readonly familyId = input.required<string>();

  protected readonly consents = load(() => this.api.invoke(listConsents, { familyId: this.familyId() }));
  protected readonly rows = computed(() => {
    const value = this.consents.value();
    if (value === null) return [];
    const rank = { live: 0, revoked: 1, expired: 2 } as const;
    return [...value.items]
      .sort((one, other) => rank[one.state] - rank[other.state])
      .map((consent) => {
        const giver = value.members.find((member) => member.id === consent.giverMemberId);
        return {
          consent,
          place: giver?.place ?? 0,
          giver: giver?.name ?? '',
          sentence: consentSentence(consent, value.members),
        };
      });
  });
  protected readonly mayWrite = computed(() => this.signedIn.hasRole('therapist', 'supervisor'));

  protected readonly chosen = signal<{ readonly consent: ConsentAnswer; readonly sentence: string } | null>(null);
  protected readonly revoking = signal(false);
  protected readonly reading = signal(false);
  protected readonly said = signal('');

  protected readonly purposeWords = PURPOSE_WORDS;
  protected readonly stateWords = STATE_WORDS;

  protected ask(consent: ConsentAnswer, sentence: string): void {
    this.chosen.set({ consent, sentence });
    this.revoking.set(true);
  }

  protected show(consent: ConsentAnswer, sentence: string): void {
    this.chosen.set({ consent, sentence });
    this.reading.set(true);
  }

  protected async takenBack(): Promise<void> {
    this.said.set('Taken back. It holds no longer.');
    await this.consents.again();
  }
}
