import type { AttendanceStatus, MomentKind } from '@kinfold/sessions/domain';

/** One thing somebody did in the room, with an id made here: sent twice, it happens once. */
export type RoomAct = AttendanceAct | MomentAct | WordsAct | UndoAct;

export interface AttendanceAct {
  readonly act: 'attendance';
  readonly id: string;
  readonly memberId: string;
  readonly status: AttendanceStatus;
}

export interface MomentAct {
  readonly act: 'moment';
  /** Also the id of the moment. */
  readonly id: string;
  readonly kind: MomentKind;
  /** Null for everybody together. */
  readonly memberId: string | null;
  readonly technique: string | null;
  /** ISO 8601, by the clock of this device. */
  readonly at: string;
}

export interface WordsAct {
  readonly act: 'words';
  readonly id: string;
  readonly momentId: string;
  readonly words: string;
}

export interface UndoAct {
  readonly act: 'undo';
  readonly id: string;
  readonly momentId: string;
}
