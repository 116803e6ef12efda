import type { SessionClass } from '@kinfold/sessions/domain';

/**
 * Rows as they will stand in the tables, by column (in camel case). What a row leaves to the database (defaults) is not here.
 * Days are `YYYY-MM-DD`, instants ISO 8601 in UTC.
 */

/** A text that is sealed on its way into the table. `of` is the member whose words they are; null is the whole family's. */
export interface Words {
  readonly words: string;
  readonly of: string | null;
}

/** A SHA-256 that is computed on its way into the table. */
export interface Digest {
  readonly digestOf: string;
}

interface OfClinic {
  readonly clinicId: string;
  readonly id: string;
}

interface OfFamily extends OfClinic {
  readonly familyId: string;
}

export interface ClinicRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly language: 'en' | 'es';
  readonly createdAt: string;
}

export interface PersonRow extends OfClinic {
  readonly givenName: string;
  readonly familyName: string;
  readonly nickname: string | null;
  readonly birthDate: string;
  readonly nameKey: string;
  readonly safeContact: string;
  readonly createdAt: string;
}

export interface AccountRow extends OfClinic {
  readonly surface: 'staff' | 'portal';
  readonly displayName: string;
  readonly personId: string | null;
  readonly createdAt: string;
}

export interface AccountRoleRow {
  readonly clinicId: string;
  readonly accountId: string;
  readonly role: string;
}

export interface SupervisionRow extends OfClinic {
  readonly supervisorAccountId: string;
  readonly clinicianAccountId: string;
  readonly startsAt: string;
}

export interface FamilyRow extends OfClinic {
  readonly code: string;
  readonly displayName: string;
  readonly status: string;
  readonly secretsPolicy: string;
  readonly createdBy: string;
  readonly contentVersion: number;
  readonly createdAt: string;
}

export interface MemberRow extends OfFamily {
  readonly personId: string;
  readonly standing: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

export interface RelationshipRow extends OfFamily {
  readonly fromMemberId: string;
  readonly toMemberId: string;
  readonly kind: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface NameTokenRow extends OfFamily {
  readonly token: string;
  readonly memberId: string | null;
}

export interface AssignmentRow extends OfFamily {
  readonly accountId: string;
  readonly part: 'therapist' | 'co-therapist' | 'trainee';
  readonly startsAt: string;
}

export interface SessionRow extends OfFamily {
  readonly kind: 'family' | 'subset' | 'individual';
  readonly class: 'shared' | 'individual-confidential';
  readonly modality: 'in-person' | 'video' | 'phone';
  readonly room: string | null;
  readonly localStart: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: 'planned' | 'closed' | 'cancelled';
  readonly openedAt: string | null;
  readonly startedAt: string | null;
  readonly stoppedAt: string | null;
  readonly cancelReason: string | null;
  readonly cancelWordsSealed: Words | null;
  readonly createdBy: string;
}

interface Booking {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly familyId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cancelled: boolean;
}

export interface SessionClinicianRow extends Booking {
  readonly accountId: string;
}

export interface SessionMemberRow extends Booking {
  readonly memberId: string;
}

export interface AttendanceRow extends OfFamily {
  readonly sessionId: string;
  readonly memberId: string;
  readonly status: 'present' | 'remote' | 'late' | 'left-early' | 'told-us-before' | 'did-not-come';
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export interface ParticipationRow extends OfFamily {
  readonly sessionId: string;
  readonly memberId: string;
  readonly engagement: number;
  readonly connection: number;
  readonly safety: number;
  readonly ratedBy: string;
  readonly ratedAt: string;
}

export interface MomentRow extends OfFamily {
  readonly sessionId: string;
  readonly memberId: string | null;
  readonly kind: string;
  readonly technique: string | null;
  readonly class: SessionClass;
  readonly wordsSealed: Words | null;
  readonly at: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export interface ProgressNoteRow extends OfFamily {
  readonly sessionId: string;
  readonly format: 'family';
  readonly state: 'draft' | 'signed';
  readonly createdBy: string;
  readonly createdAt: string;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly lateEntry: boolean;
  readonly contentHash: Digest | null;
  readonly version: number;
}

export interface NoteAuthorRow {
  readonly clinicId: string;
  readonly noteId: string;
  readonly accountId: string;
  readonly familyId: string;
}

interface SectionRow extends OfFamily {
  readonly noteId: string;
  readonly section: string;
  readonly memberId: string | null;
  readonly textSealed: Words;
}

export interface DraftSectionRow extends SectionRow {
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export interface SignedSectionRow extends SectionRow {
  readonly position: number;
}

export interface AddendumRow extends OfFamily {
  readonly noteId: string;
  readonly memberId: string | null;
  readonly textSealed: Words;
  readonly writtenBy: string;
  readonly writtenAt: string;
}

export interface AdministrationRow extends OfFamily {
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly scoringVersion: string;
  readonly respondentMemberId: string;
  readonly mode: 'tablet';
  readonly language: 'en' | 'es';
  readonly state: 'given' | 'answered';
  readonly givenBy: string;
  readonly givenAt: string;
  readonly version: number;
}

export interface ResponseRow extends OfFamily {
  readonly administrationId: string;
  readonly class: 'shared' | 'individual-confidential';
  readonly answers: readonly (number | null)[];
  readonly answeredAt: string;
}

export interface ScoreRow extends OfFamily {
  readonly administrationId: string;
  readonly memberId: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly scoringVersion: string;
  readonly scale: string;
  readonly value: number | null;
  readonly rangeMin: number;
  readonly rangeMax: number;
  readonly boundLow: number;
  readonly boundHigh: number;
  readonly answered: number;
  readonly items: number;
  readonly method: string;
  readonly takenOn: string;
}

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
