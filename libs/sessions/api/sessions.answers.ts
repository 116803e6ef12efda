import { ATTENDANCE_STATUSES, MODALITIES, SESSION_KINDS, SESSION_STATUSES } from '@kinfold/sessions/domain';
import { Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '@kinfold/shared/api';

export const NOTE_STATES = ['none', 'draft', 'signed'] as const;

export class SessionIdAnswer {
  @Id()
  id!: string;
}

export class VersionAnswer {
  @Whole({ min: 1, max: 1_000_000, description: 'The version the session has now' })
  version!: number;
}

export class SessionClinicianAnswer {
  @Id()
  id!: string;

  @Text({ max: 120 })
  name!: string;
}

export class SessionParticipantAnswer {
  @Id()
  id!: string;

  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @Whole({ min: 0, max: 1_000, description: "The member's place in the family's stable order" })
  place!: number;

  @OneOf(ATTENDANCE_STATUSES, { nullable: true })
  attendance!: (typeof ATTENDANCE_STATUSES)[number] | null;
}

/** What lists show of a session. At the desk the family goes by its code, and nobody is named. */
export class ListedSessionAnswer {
  @Id()
  id!: string;

  @Id()
  familyId!: string;

  @Text({ max: 12 })
  familyCode!: string;

  @Text({ max: 120, nullable: true })
  familyName!: string | null;

  @OneOf(SESSION_KINDS)
  kind!: (typeof SESSION_KINDS)[number];

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

  @ListOf(SessionClinicianAnswer, { max: 2 })
  clinicians!: readonly SessionClinicianAnswer[];

  @ListOf(SessionParticipantAnswer, { max: 100 })
  members!: readonly SessionParticipantAnswer[];
}

export class MeasureDueAnswer {
  @Id()
  memberId!: string;

  @Text({ max: 80 })
  givenName!: string;
}

export class TodaySessionAnswer extends ListedSessionAnswer {
  @Instant({ nullable: true, description: 'When it stopped' })
  stoppedAt!: string | null;

  @OneOf(NOTE_STATES)
  noteState!: (typeof NOTE_STATES)[number];

  @ListOf(MeasureDueAnswer, {
    max: 100,
    description: 'Adult relatives without a coping and self-care check in the last 30 days',
  })
  measuresDue!: readonly MeasureDueAnswer[];
}

/** A held session of an earlier day whose note is not signed. */
export class WaitingNoteAnswer {
  @Id()
  sessionId!: string;

  @Id()
  familyId!: string;

  @Text({ max: 120 })
  familyName!: string;

  @Instant()
  startsAt!: string;

  @Instant({ description: 'The session stopped then: the age of the note counts from here' })
  since!: string;

  @OneOf(['none', 'draft'])
  noteState!: 'none' | 'draft';
}

export class TodayAnswer {
  @Text({ max: 10 })
  day!: string;

  @ListOf(TodaySessionAnswer, { max: 500 })
  sessions!: readonly TodaySessionAnswer[];

  @ListOf(WaitingNoteAnswer, { max: 50 })
  waitingNotes!: readonly WaitingNoteAnswer[];
}

export class AgendaAnswer {
  @ListOf(ListedSessionAnswer, { max: 200 })
  items!: readonly ListedSessionAnswer[];
}

export class BookableClinicianAnswer extends SessionClinicianAnswer {
  @OneOf(['assigned', 'not-assigned'], { description: 'Only clinicians assigned to the family can be booked' })
  standing!: 'assigned' | 'not-assigned';

  @Flag({ description: 'Whoever asks' })
  self!: boolean;
}

export class PlannableMemberAnswer {
  @Id()
  id!: string;

  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @Whole({ min: 0, max: 1_000 })
  place!: number;
}

export class RoomNameAnswer {
  @Text({ max: 40 })
  name!: string;
}

/** What the planning form offers. */
export class PlanningChoicesAnswer {
  @Text({ max: 120 })
  familyName!: string;

  @ListOf(BookableClinicianAnswer, { max: 500 })
  clinicians!: readonly BookableClinicianAnswer[];

  @ListOf(PlannableMemberAnswer, { max: 100 })
  members!: readonly PlannableMemberAnswer[];

  @ListOf(RoomNameAnswer, { max: 50, description: 'Rooms booked lately, as far as the actor knows of them' })
  rooms!: readonly RoomNameAnswer[];
}
