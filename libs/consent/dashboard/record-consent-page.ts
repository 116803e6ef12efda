import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  CONSENT_LANGUAGES,
  CONSENT_LIMITS,
  LONGEST_MONTHS,
  monthsAfter,
  PURPOSES,
  SIGNER_RELATIONSHIPS,
  usualExpiry,
} from '@kinfold/consent/domain';
import { Api, listConsents, recordConsent } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfField, KfIcon, KfProblem, KfSection } from '@kinfold/shared/ui';
import { Dates, load, sending } from '@kinfold/shared/web';
import { type ConsentDraft, missingWords, requestOf, signsWithAdult, textToSign } from './consent-draft';
import { LANGUAGE_WORDS, PURPOSE_WORDS } from './consent-words';

/** Whose consent, for whom, until when; the text to print and sign; and then who signed it, before whose eyes. */
@Component({
  selector: 'kf-record-consent',
  imports: [KfButton, KfControl, KfField, KfIcon, KfProblem, KfSection, RouterLink],
  templateUrl: './record-consent-page.html',
  styleUrl: './record-consent-page.css',
})
export class RecordConsentPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly dates = inject(Dates);

  readonly familyId = input.required<string>();
  /** Who is meant already, from the address: where a summary waits for a consent. */
  readonly giver = input<string>();
  readonly reader = input<string>();
  /** The session whose summary is gone on with afterwards. */
  readonly session = input<string>();

  protected readonly family = load(
    () => this.api.invoke(listConsents, { familyId: this.familyId() }),
    () => false,
  );
  protected readonly people = computed(() => (this.family.value()?.members ?? []).filter((member) => !member.left));
  protected readonly draft = linkedSignal<ConsentDraft>(() => {
    const known = (id: string | undefined): string => this.people().find((member) => member.id === id)?.id ?? '';
    const reader = known(this.reader());
    return {
      giverId: known(this.giver()),
      recipientIds: reader === '' ? [] : [reader],
      purpose: 'family-support',
      language: this.family.value()?.clinicLanguage ?? 'en',
      signedBy: '',
      adultName: '',
      adultRelationship: 'parent',
      signedOn: this.today,
      expiresOn: '',
    };
  });
  protected readonly readers = computed(() => this.people().filter((member) => member.id !== this.draft().giverId));
  protected readonly young = computed(() => signsWithAdult(this.draft(), this.people()));
  protected readonly missing = computed(() => missingWords(this.draft(), this.people()));
  protected readonly text = computed(() => {
    const family = this.family.value();
    return family === null ? null : textToSign(this.draft(), family);
  });
  protected readonly usualEnd = computed(() =>
    this.draft().signedOn === '' ? '' : usualExpiry(this.draft().signedOn),
  );
  protected readonly latestEnd = computed(() =>
    this.draft().signedOn === '' ? '' : monthsAfter(this.draft().signedOn, LONGEST_MONTHS),
  );
  protected readonly sending = sending();

  protected readonly today = this.dates.today();
  protected readonly limits = CONSENT_LIMITS;
  protected readonly purposes = PURPOSES;
  protected readonly purposeWords = PURPOSE_WORDS;
  protected readonly languages = CONSENT_LANGUAGES;
  protected readonly languageWords = LANGUAGE_WORDS;
  protected readonly relationships = SIGNER_RELATIONSHIPS;

  protected change(part: Partial<ConsentDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
    this.sending.clear();
  }

  protected chooseGiver(giverId: string): void {
    this.change({ giverId, recipientIds: this.draft().recipientIds.filter((id) => id !== giverId) });
  }

  protected toggle(id: string): void {
    const chosen = this.draft().recipientIds;
    this.change({ recipientIds: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  }

  protected valueOf(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement ? target.value : '';
  }

  protected print(): void {
    print();
  }

  protected async write(event: Event): Promise<void> {
    event.preventDefault();
    if (this.missing() !== null) return;
    const body = requestOf(this.draft(), this.people());
    const answer = await this.sending.send(() => this.api.invoke(recordConsent, { familyId: this.familyId(), body }));
    if (answer !== null) await this.router.navigate(this.back());
  }

  /** Back to the summary that waits, or to the list. */
  protected back(): readonly string[] {
    const session = this.session();
    return session === undefined ? ['/families', this.familyId(), 'consents'] : ['/summaries/session', session];
  }
}
