import type {
  AttendanceStatus,
  CancelReason,
  Modality,
  MomentKind,
  Participation,
  SessionClass,
  SessionKind,
  SessionStatus,
} from '@kinfold/sessions/domain';

/** A clinician of a session. */
export interface FactsClinician {
  readonly id: string;
  readonly name: string;
}

/** An invited member with what became of it. */
export interface FactsMember {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly nickname: string | null;
  /** The member's place in the family's stable order, from 0: the mark is drawn from it. */
  readonly place: number;
  /** The newest entry; null while nobody marked anything. */
  readonly attendance: AttendanceStatus | null;
  /** The newest rating; null when there is none, or none for this actor. */
  readonly participation: Participation | null;
}

/** A moment that was not undone, with its words opened. */
export interface FactsMoment {
  readonly id: string;
  readonly kind: MomentKind;
  readonly memberId: string | null;
  readonly technique: string | null;
  readonly class: SessionClass;
  readonly words: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly recordedBy: string;
}

/**
 * What other slices may know of a session: notes draft from it, summaries quote its decisions. Instants are ISO 8601 texts; what the
 * actor may not read (moments and ratings at the desk) is empty, because row-level security leaves it out.
 */
export interface SessionFacts {
  readonly id: string;
  readonly familyId: string;
  readonly familyName: string;
  readonly familyCode: string;
  readonly kind: SessionKind;
  readonly class: SessionClass;
  readonly modality: Modality;
  readonly room: string | null;
  readonly status: SessionStatus;
  /** Wall time as it was planned, `2026-03-09T14:00:00`, in `timeZone`. */
  readonly localStart: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly openedAt: string | null;
  /** When it really began and stopped; both are there once it is closed. */
  readonly startedAt: string | null;
  readonly stoppedAt: string | null;
  readonly cancelReason: CancelReason | null;
  readonly cancelWords: string | null;
  readonly version: number;
  readonly clinicians: readonly FactsClinician[];
  readonly members: readonly FactsMember[];
  readonly moments: readonly FactsMoment[];
}
