import type { SessionStatus } from '@kinfold/sessions/domain';
import { wrongState } from '@kinfold/shared/kernel';

/** Where a progress note stands. */
export const NOTE_STATES = ['draft', 'signed'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** What can be done to a progress note as a whole. */
export const NOTE_STEPS = ['write', 'sign', 'add'] as const;
export type NoteStep = (typeof NOTE_STEPS)[number];

/**
 * Every step that is open, and where it leads; a step that is not here is closed. Nothing leads back from `signed`: a correction is an
 * addendum beside the original (NT-05).
 */
export const NOTE_TRANSITIONS: Readonly<Record<NoteState, Partial<Readonly<Record<NoteStep, NoteState>>>>> = {
  draft: { write: 'draft', sign: 'signed' },
  signed: { add: 'signed' },
};

const CLOSED: Readonly<Record<NoteState, string>> = {
  draft: 'This note is not signed yet. Write into the note itself.',
  signed: 'This note is signed and stays as it is. Add an addendum.',
};

/**
 * The state a step leads to.
 * @throws DomainError 409 `note_signed` or `note_not_signed`
 */
export function afterStep(state: NoteState, step: NoteStep): NoteState {
  const next = NOTE_TRANSITIONS[state][step];
  if (next === undefined) throw wrongState(CLOSED[state], state === 'signed' ? 'note_signed' : 'note_not_signed');
  return next;
}

/**
 * A note is begun only once the room was opened: before that there is nothing to record.
 * @throws DomainError 409 `room_not_opened`
 */
export function requireRoomOpened(status: SessionStatus): void {
  if (status === 'held' || status === 'closed') return;
  throw wrongState('There is nothing to note yet: the room of this session was not opened.', 'room_not_opened');
}
