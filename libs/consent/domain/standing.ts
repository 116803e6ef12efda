import type { ConsentKind, ConsentState, Information } from './vocabulary';

/** What decides whether a consent holds. Days are the clinic's calendar days. */
export interface GivenConsent {
  readonly giverId: string;
  readonly recipientIds: readonly string[];
  readonly kind: ConsentKind;
  readonly information: Information;
  readonly signedOn: string;
  /** The first day on which it no longer holds. */
  readonly expiresOn: string;
  readonly revoked: boolean;
}

/**
 * Where a consent stands on a day. Revoking counts before everything else: it is what the giver said last.
 * @param day the clinic's day, `YYYY-MM-DD`
 */
export function consentState(consent: Pick<GivenConsent, 'expiresOn' | 'revoked'>, day: string): ConsentState {
  if (consent.revoked) return 'revoked';
  return day < consent.expiresOn ? 'live' : 'expired';
}

/** Whether a consent holds on a day: signed by then, not over, not taken back (42 CFR 2.31). */
export function live(consent: Pick<GivenConsent, 'signedOn' | 'expiresOn' | 'revoked'>, day: string): boolean {
  return consent.signedOn <= day && consentState(consent, day) === 'live';
}

/**
 * Whether one of the consents lets the recipient read what the family reads of the giver. By member id, never by name or wording
 * (CN-03); of that kind and that information only (CN-02).
 */
export function permits(consents: readonly GivenConsent[], giverId: string, recipientId: string, day: string): boolean {
  return consents.some(
    (consent) =>
      consent.giverId === giverId &&
      consent.recipientIds.includes(recipientId) &&
      consent.kind === 'family-disclosure' &&
      consent.information === 'family-summary' &&
      live(consent, day),
  );
}
