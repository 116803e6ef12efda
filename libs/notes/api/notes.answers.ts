import { NOTE_FORMATS, NOTE_LIMITS, NOTE_STATES, type NoteFormatId, type NoteState } from '@kinfold/notes/domain';
import {
  ATTENDANCE_STATUSES,
  type AttendanceStatus,
  MODALITIES,
  type Modality,
  SESSION_KINDS,
  SESSION_STATUSES,
  type SessionKind,
  type SessionStatus,
} from '@kinfold/sessions/domain';
import { IdAnswer } from '@kinfold/families/api';
import { Flag, Id, Instant, ListOf, One, OneOf, Text, Whole } from '@kinfold/shared/api';

const VERSIONS = { min: 1, max: 1_000_000_000 } as const;

export class SectionSavedAnswer {
  @Whole({ ...VERSIONS, description: 'The version to send with the next save' })
  version!: number;

  @Instant()
  savedAt!: string;
}

export class NoteSignedAnswer extends IdAnswer {
  @Instant()
  signedAt!: string;

  @Flag({ description: 'Signed more than 24 hours after the session ended' })
  lateEntry!: boolean;
}

export class NoteSessionAnswer extends IdAnswer {
  @OneOf(SESSION_KINDS)
  kind!: SessionKind;

  @OneOf(MODALITIES)
  modality!: Modality;

  @OneOf(SESSION_STATUSES)
  status!: SessionStatus;

  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;

  @Instant({ nullable: true })
  startedAt!: string | null;

  @Instant({ nullable: true })
  stoppedAt!: string | null;
}

export class NoteMemberAnswer extends IdAnswer {
  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @Whole({ min: 0, max: 10_000, description: 'Place in the order of the family, from 0' })
  place!: number;

  @OneOf(ATTENDANCE_STATUSES, { nullable: true })
  attendance!: AttendanceStatus | null;
}

export class NoteSectionAnswer extends IdAnswer {
  @Text({ max: 40 })
  section!: string;

  @Id({ nullable: true })
  memberId!: string | null;

  @Text({ min: 0, max: NOTE_LIMITS.family })
  text!: string;

  @Flag({ description: 'As the moments wrote it, not edited since' })
  fromMoments!: boolean;

  @Whole(VERSIONS)
  version!: number;
}

export class AddendumAnswer extends IdAnswer {
  @Id({ nullable: true })
  memberId!: string | null;

  @Text({ max: NOTE_LIMITS.addendum })
  text!: string;

  @Text({ max: 120 })
  writtenByName!: string;

  @Instant()
  writtenAt!: string;
}

/** A progress note. A draft of someone else is a shell: who writes it, and no word of what. */
export class NoteAnswer extends IdAnswer {
  @Id()
  familyId!: string;

  @Text({ max: 120 })
  familyName!: string;

  @OneOf(NOTE_FORMATS)
  format!: NoteFormatId;

  @OneOf(NOTE_STATES)
  state!: NoteState;

  @Text({ max: 120 })
  authorName!: string;

  @Flag({ description: 'The actor is one of its authors' })
  mine!: boolean;

  @Text({ max: 120, nullable: true })
  signedByName!: string | null;

  @Instant({ nullable: true })
  signedAt!: string | null;

  @Flag()
  lateEntry!: boolean;

  @Flag({ nullable: true, description: 'Whether what is read is what was signed; null for a draft' })
  intact!: boolean | null;

  @One(() => NoteSessionAnswer)
  session!: NoteSessionAnswer;

  @ListOf(NoteMemberAnswer, { max: 20 })
  members!: readonly NoteMemberAnswer[];

  @ListOf(NoteSectionAnswer, { max: 200 })
  sections!: readonly NoteSectionAnswer[];

  @ListOf(AddendumAnswer, { max: 200 })
  addenda!: readonly AddendumAnswer[];
}
