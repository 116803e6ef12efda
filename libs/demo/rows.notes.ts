import type { Digest, OfFamily, Words } from './rows';

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
