import { foldName, invalidField } from '@kinfold/shared/kernel';
import { LONGEST_MONTHS, monthsAfter, usualExpiry } from './expiry';
import type { SignerRelationship } from './vocabulary';

/** From this age a person signs alone. Younger people sign together with an adult until the rules of each state are known (42 CFR 2.14). */
export const SIGNS_ALONE_FROM_YEARS = 18;

/** What is about to be written down. */
export interface ConsentToRecord {
  readonly giverId: string;
  readonly giverName: string;
  /** Null when it is not known; then the giver counts as an adult. */
  readonly giverBirthDate: string | null;
  readonly recipientIds: readonly string[];
  readonly signedBy: string;
  readonly alsoSignedBy: { readonly name: string; readonly relationship: SignerRelationship } | null;
  readonly signedOn: string;
  /** Null takes the usual twelve months. */
  readonly expiresOn: string | null;
}

/**
 * Checks a consent before it is written down (42 CFR 2.31(a), CN-01, CN-08).
 * @param today the clinic's day
 * @returns the day on which it ends
 * @throws DomainError 422 naming the field
 */
export function requireRecordable(consent: ConsentToRecord, today: string): string {
  requireRecipients(consent);
  requireSigner(consent);
  if (consent.signedOn > today)
    throw invalidField('signedOn', 'day_in_future', 'This day has not come yet. Check the date.');
  return requireExpiry(consent.signedOn, consent.expiresOn, today);
}

function requireRecipients({ giverId, recipientIds }: ConsentToRecord): void {
  if (recipientIds.length === 0) throw invalidField('recipientIds', 'recipient_missing', 'Choose who may read.');
  if (recipientIds.includes(giverId)) {
    throw invalidField(
      'recipientIds',
      'recipient_is_giver',
      'Nobody needs a consent to read about themselves. Choose others.',
    );
  }
}

function requireSigner({ giverName, giverBirthDate, signedBy, signedOn, alsoSignedBy }: ConsentToRecord): void {
  if (foldName(signedBy) !== foldName(giverName)) {
    throw invalidField(
      'signedBy',
      'signer_is_not_giver',
      'Only the person themselves signs. Write the name exactly as it stands in the record.',
    );
  }
  const young = giverBirthDate !== null && signedOn < monthsAfter(giverBirthDate, SIGNS_ALONE_FROM_YEARS * 12);
  if (young && alsoSignedBy === null) {
    throw invalidField(
      'alsoSignedBy',
      'adult_signature_missing',
      'A young person signs together with a parent or guardian. Write who that was.',
    );
  }
  if (!young && alsoSignedBy !== null) {
    throw invalidField('alsoSignedBy', 'adult_signs_alone', 'An adult signs alone. Leave the second signature out.');
  }
}

function requireExpiry(signedOn: string, wanted: string | null, today: string): string {
  const expiresOn = wanted ?? usualExpiry(signedOn);
  if (expiresOn <= signedOn) {
    throw invalidField('expiresOn', 'ends_before_start', 'The end lies before the signature. Check the dates.');
  }
  if (expiresOn > monthsAfter(signedOn, LONGEST_MONTHS)) {
    throw invalidField(
      'expiresOn',
      'ends_too_late',
      'A consent holds for two years at the most. Choose an earlier day.',
    );
  }
  if (expiresOn <= today) {
    throw invalidField('expiresOn', 'over_already', 'This consent has ended already. Have a new one signed.');
  }
  return expiresOn;
}
