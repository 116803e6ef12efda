import type { Digest, OfFamily, Words } from './rows';

export interface ConsentRow extends OfFamily {
  readonly giverMemberId: string;
  readonly kind: 'family-disclosure';
  readonly information: 'family-summary';
  readonly purpose: 'family-support' | 'shared-decisions' | 'safety';
  readonly textVersion: string;
  readonly language: 'en' | 'es';
  readonly textSealed: Words;
  readonly textHash: Digest;
  readonly signedHow: 'paper';
  readonly signedBy: string;
  readonly signedOn: string;
  readonly witnessedBy: string;
  readonly expiresOn: string;
  readonly createdAt: string;
}

export interface ConsentRecipientRow {
  readonly clinicId: string;
  readonly consentId: string;
  readonly recipientMemberId: string;
  readonly familyId: string;
}

export interface ConsentRevocationRow extends OfFamily {
  readonly consentId: string;
  readonly how: 'in-person' | 'paper' | 'phone';
  readonly recordedBy: string;
  readonly revokedAt: string;
}

export interface SummaryRow extends OfFamily {
  readonly sessionId: string;
  readonly aboutDay: string;
  readonly state: 'draft' | 'released';
  readonly createdBy: string;
  readonly createdAt: string;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly version: number;
}

export interface SummaryLineRow extends OfFamily {
  readonly summaryId: string;
  readonly position: number;
  readonly kind: 'went-well' | 'decision' | 'homework' | 'next-date';
  readonly aboutMemberId: string | null;
  readonly askedAlone: boolean;
  readonly textSealed: Words;
}

export interface SummaryLineSubjectRow {
  readonly clinicId: string;
  readonly lineId: string;
  readonly memberId: string;
  readonly summaryId: string;
  readonly familyId: string;
}

export interface SummaryRecipientRow {
  readonly clinicId: string;
  readonly summaryId: string;
  readonly memberId: string;
  readonly familyId: string;
}

export interface SummaryAnswerRow extends OfFamily {
  readonly lineId: string;
  readonly summaryId: string;
  readonly memberId: string;
  readonly answer: 'agree' | 'remember-differently' | 'please-do-not-share';
  readonly wordsSealed: Words | null;
  readonly answeredAt: string;
}

export interface DisclosureRow extends OfFamily {
  readonly subjectMemberId: string;
  readonly recipientMemberId: string;
  readonly summaryId: string;
  readonly consentId: string;
  readonly information: 'family-summary';
  readonly purpose: string;
  readonly noticeVersion: string;
  readonly disclosedBy: string;
  readonly disclosedAt: string;
}
