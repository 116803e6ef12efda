import {
  CONSENT_TEXT_VERSION,
  type ConsentLanguage,
  type Purpose,
  renderConsent,
  type SignerRelationship,
  SIGNS_ALONE_FROM_YEARS,
  monthsAfter,
  usualExpiry,
} from '@kinfold/consent/domain';
import type { ConsentListAnswer, RecordConsentRequest } from '@kinfold/shared/contract/staff';

/** What is being written down. Empty texts are not chosen yet. */
export interface ConsentDraft {
  readonly giverId: string;
  readonly recipientIds: readonly string[];
  readonly purpose: Purpose;
  readonly language: ConsentLanguage;
  readonly signedBy: string;
  readonly adultName: string;
  readonly adultRelationship: SignerRelationship;
  readonly signedOn: string;
  /** Empty takes twelve months. */
  readonly expiresOn: string;
}

/** Whether the giver signs together with an adult on the day of signing. */
export function signsWithAdult(draft: ConsentDraft, members: ConsentListAnswer['members']): boolean {
  const birthDate = members.find((member) => member.id === draft.giverId)?.birthDate;
  return !!birthDate && draft.signedOn < monthsAfter(birthDate, SIGNS_ALONE_FROM_YEARS * 12);
}

/** What the form asks, in the order in which it stands; null when nothing is missing. */
export function missingWords(draft: ConsentDraft, members: ConsentListAnswer['members']): string | null {
  if (draft.giverId === '') return 'Choose whose consent it is.';
  if (draft.recipientIds.length === 0) return 'Choose who may read.';
  if (draft.signedOn === '') return 'Say on which day it was signed.';
  if (draft.signedBy.trim() === '') return 'Write the name as it was signed.';
  if (signsWithAdult(draft, members) && draft.adultName.trim() === '') return 'Write which adult signed with them.';
  return null;
}

export function requestOf(draft: ConsentDraft, members: ConsentListAnswer['members']): RecordConsentRequest {
  const { giverId, recipientIds, purpose, language, signedBy, signedOn, expiresOn, adultName, adultRelationship } =
    draft;
  const alsoSignedBy = signsWithAdult(draft, members)
    ? { name: adultName.trim(), relationship: adultRelationship }
    : null;
  return {
    giverMemberId: giverId,
    recipientMemberIds: [...recipientIds],
    purpose,
    language,
    signedBy: signedBy.trim(),
    alsoSignedBy,
    signedOn,
    expiresOn: expiresOn === '' ? null : expiresOn,
  };
}

/**
 * The text to be printed and signed: lines to sign on where the signatures will stand.
 * @returns null until it is known who gives it and who may read
 */
export function textToSign(
  draft: ConsentDraft,
  { clinicName, members }: Pick<ConsentListAnswer, 'clinicName' | 'members'>,
): string | null {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  if (draft.giverId === '' || draft.recipientIds.length === 0 || draft.signedOn === '') return null;
  return renderConsent(CONSENT_TEXT_VERSION, draft.language, {
    clinicName,
    giverName: nameOf(draft.giverId),
    recipientNames: draft.recipientIds.map(nameOf),
    purpose: draft.purpose,
    expiresOn: draft.expiresOn === '' ? usualExpiry(draft.signedOn) : draft.expiresOn,
    signature: null,
  });
}
