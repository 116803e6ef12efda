import {
  CANCEL_REASONS,
  MODALITIES,
  MOMENT_KINDS,
  PARTICIPATION_RANGE,
  SESSION_KINDS,
  SESSION_STATUSES,
} from '@kinfold/sessions/domain';
import { Flag, Id, Instant, ListOf, One, OneOf, Text, Whole } from '@kinfold/shared/api';
import { NOTE_STATES, SessionClinicianAnswer, SessionParticipantAnswer, VersionAnswer } from './sessions.answers';

const CLASSES = ['shared', 'individual-confidential', 'safety-restricted'] as const;
const LONG = 10_000;

export class ParticipationAnswer {
  @Whole(PARTICIPATION_RANGE)
  engagement!: number;

  @Whole(PARTICIPATION_RANGE)
  connection!: number;

  @Whole(PARTICIPATION_RANGE)
  safety!: number;
}

export class RoomMemberAnswer extends SessionParticipantAnswer {
  @Text({ max: 80, nullable: true })
  nickname!: string | null;

  @One(() => ParticipationAnswer, { nullable: true })
  participation!: ParticipationAnswer | null;
}

export class MomentAnswer {
  @Id()
  id!: string;

  @OneOf(MOMENT_KINDS)
  kind!: (typeof MOMENT_KINDS)[number];

  @Id({ nullable: true })
  memberId!: string | null;

  @Text({ max: 60, nullable: true })
  technique!: string | null;

  @OneOf(CLASSES)
  class!: (typeof CLASSES)[number];

  @Text({ max: LONG, nullable: true })
  words!: string | null;

  @Instant()
  at!: string;

  @Flag({ description: 'Tapped by whoever asks, who alone can take it back' })
  own!: boolean;
}

/** One session: what its page and its room show. */
export class SessionPageAnswer extends VersionAnswer {
  @Id()
  id!: string;

  @Id()
  familyId!: string;

  @Text({ max: 120 })
  familyName!: string;

  @Text({ max: 12 })
  familyCode!: string;

  @OneOf(SESSION_KINDS)
  kind!: (typeof SESSION_KINDS)[number];

  @OneOf(CLASSES)
  class!: (typeof CLASSES)[number];

  @OneOf(MODALITIES)
  modality!: (typeof MODALITIES)[number];

  @Text({ max: 40, nullable: true })
  room!: string | null;

  @OneOf(SESSION_STATUSES)
  status!: (typeof SESSION_STATUSES)[number];

  @Text({ max: 30, description: 'Wall time where it was planned' })
  localStart!: string;

  @Text({ max: 64 })
  timeZone!: string;

  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;

  @Instant({ nullable: true })
  openedAt!: string | null;

  @Instant({ nullable: true })
  startedAt!: string | null;

  @Instant({ nullable: true })
  stoppedAt!: string | null;

  @OneOf(CANCEL_REASONS, { nullable: true })
  cancelReason!: (typeof CANCEL_REASONS)[number] | null;

  @Text({ max: LONG, nullable: true })
  cancelWords!: string | null;

  @ListOf(SessionClinicianAnswer, { max: 2 })
  clinicians!: readonly SessionClinicianAnswer[];

  @ListOf(RoomMemberAnswer, { max: 100 })
  members!: readonly RoomMemberAnswer[];

  @ListOf(MomentAnswer, { max: 5_000 })
  moments!: readonly MomentAnswer[];

  @OneOf(NOTE_STATES)
  noteState!: (typeof NOTE_STATES)[number];
}
