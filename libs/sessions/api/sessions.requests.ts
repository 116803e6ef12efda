import {
  ATTENDANCE_STATUSES,
  CANCEL_REASONS,
  MODALITIES,
  MOMENT_KINDS,
  PARTICIPATION_RANGE,
  SESSION_KINDS,
  SESSION_LIMITS,
  SESSION_TIMES,
} from '@kinfold/sessions/domain';
import { Id, IdList, Instant, ListOf, LocalTime, OneOf, Text, Whole } from '@kinfold/shared/api';

const { clinicians, members, room, words, cancelWords } = SESSION_LIMITS;
const MINUTES = { min: SESSION_TIMES.minMinutes, max: SESSION_TIMES.maxMinutes } as const;

export class MoveSessionRequest {
  @LocalTime({ description: 'Wall time where the clinic is' })
  localStart!: string;

  @Whole(MINUTES)
  minutes!: number;

  @OneOf(MODALITIES)
  modality!: (typeof MODALITIES)[number];

  @Text({ max: room, nullable: true })
  room!: string | null;
}

export class PlanSessionRequest extends MoveSessionRequest {
  @OneOf(SESSION_KINDS)
  kind!: (typeof SESSION_KINDS)[number];

  @IdList({ min: 1, max: clinicians })
  clinicianIds!: string[];

  @IdList({ min: 1, max: members })
  memberIds!: string[];
}

export class CancelSessionRequest {
  @OneOf(CANCEL_REASONS)
  reason!: (typeof CANCEL_REASONS)[number];

  @Text({ max: cancelWords, nullable: true })
  words!: string | null;
}

export class CloseSessionRequest {
  @Instant()
  startedAt!: string;

  @Instant()
  stoppedAt!: string;

  @OneOf(MODALITIES)
  modality!: (typeof MODALITIES)[number];
}

export class RecordAttendanceRequest {
  @Id({ description: 'Made by the device: sent twice, it is written once' })
  id!: string;

  @Id()
  memberId!: string;

  @OneOf(ATTENDANCE_STATUSES)
  status!: (typeof ATTENDANCE_STATUSES)[number];
}

export class RecordMomentRequest {
  @Id({ description: 'Made by the device: sent twice, it is written once' })
  id!: string;

  @OneOf(MOMENT_KINDS)
  kind!: (typeof MOMENT_KINDS)[number];

  @Id({ nullable: true })
  memberId!: string | null;

  @Text({ max: 60, nullable: true })
  technique!: string | null;

  @Text({ max: words, nullable: true })
  words!: string | null;

  @Instant({ description: 'When it was tapped; kept between the opening of the room and now' })
  at!: string;
}

export class MomentWordsRequest {
  @Text({ max: words })
  words!: string;
}

export class RatingRequest {
  @Id()
  memberId!: string;

  @Whole(PARTICIPATION_RANGE)
  engagement!: number;

  @Whole(PARTICIPATION_RANGE)
  connection!: number;

  @Whole(PARTICIPATION_RANGE)
  safety!: number;
}

export class RateParticipationRequest {
  @ListOf(RatingRequest, { min: 1, max: members })
  ratings!: RatingRequest[];
}
