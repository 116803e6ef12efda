import type { NextSessionAnswer, PastSessionAnswer } from '@kinfold/shared/contract/staff';
import type { Tone } from '@kinfold/shared/ui';

type SessionFacts = Pick<PastSessionAnswer, 'kind' | 'modality'>;

const WITH: Readonly<Record<PastSessionAnswer['kind'], string>> = {
  family: 'the whole family',
  subset: 'some of the family',
  individual: 'one member',
};

const BY: Readonly<Record<PastSessionAnswer['modality'], string>> = {
  'in-person': 'in person',
  video: 'by video',
  phone: 'by phone',
};

/** "the whole family, by video" */
export function whoAndHow(session: SessionFacts): string {
  return `${WITH[session.kind]}, ${BY[session.modality]}`;
}

/** "Session with the whole family, by video" */
export function sessionTitle(session: SessionFacts): string {
  const how = session.modality === 'in-person' ? '' : `, ${BY[session.modality]}`;
  return `Session with ${WITH[session.kind]}${how}`;
}

/** A state in words and the colour that goes with it. */
export interface StateWords {
  readonly words: string;
  readonly tone: Tone;
}

const HOUR = 3_600_000;

/** Hours after which an unsigned note waits, and after which it waits no longer (product.md: ageing at 24, 48 and 72 hours). */
const NOTE_DUE = 24;
const NOTE_URGENT = 72;

/** "3 hours", "2 days": how long something has waited, in whole units. */
export function waited(milliseconds: number): string {
  const hours = Math.max(0, Math.floor(milliseconds / HOUR));
  if (hours < 1) return 'less than an hour';
  const [count, unit] = hours < 24 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Whether a note must still be written or signed for a session. */
export function noteIsOpen(session: PastSessionAnswer): boolean {
  return (session.status === 'held' || session.status === 'closed') && session.noteState !== 'signed';
}

/**
 * The state of the progress note of a session, or null when none is expected. An open note grows louder with its age.
 * @param now the present instant
 */
export function noteWords(session: PastSessionAnswer, now: Date): StateWords | null {
  if (session.status === 'cancelled' || session.status === 'planned') return null;
  if (session.noteState === 'signed') return { words: 'Note signed', tone: 'good' };
  const age = now.getTime() - Date.parse(session.endsAt);
  const tone: Tone = age >= NOTE_URGENT * HOUR ? 'urgent' : age >= NOTE_DUE * HOUR ? 'due' : 'plain';
  const since = age < HOUR ? '' : `, ${waited(age)}`;
  return { words: `${session.noteState === 'draft' ? 'Note not signed' : 'No note yet'}${since}`, tone };
}

/** The state of the summary of a session, or null when none is expected. */
export function summaryWords(session: PastSessionAnswer): StateWords | null {
  if (session.status === 'cancelled' || session.status === 'planned') return null;
  if (session.summaryState === 'released') return { words: 'Summary shared', tone: 'good' };
  return { words: session.summaryState === 'draft' ? 'Summary in draft' : 'No summary yet', tone: 'plain' };
}

/** What is to be said of a session itself, or null when it went as planned. */
export function statusWords(session: PastSessionAnswer, now: Date): StateWords | null {
  if (session.status === 'cancelled') return { words: 'Called off', tone: 'plain' };
  if (session.status === 'held') return { words: 'Not closed yet', tone: 'due' };
  if (session.status !== 'planned') return null;
  if (Date.parse(session.startsAt) > now.getTime()) return { words: 'Planned', tone: 'info' };
  return { words: 'Not opened yet', tone: 'due' };
}

/**
 * The next session for the strip: "Next: today 14:00, Room 2", or "Now, since 14:00, Room 2" while it runs.
 * @param words how moments and times are written, such as `Dates`
 */
export function nextWords(
  session: NextSessionAnswer,
  now: Date,
  words: { moment(at: string): string; time(at: string): string },
): string {
  const running = Date.parse(session.startsAt) <= now.getTime();
  const when = running ? `Now, since ${words.time(session.startsAt)}` : `Next: ${words.moment(session.startsAt)}`;
  const where = session.modality === 'in-person' ? session.room : BY[session.modality];
  return where ? `${when}, ${where}` : when;
}

/** Minutes before the beginning from which the room is offered. */
const ROOM_BEFORE = 60;

/** Whether the room of the next session is worth a button: it runs, or begins within the hour. */
export function roomIsNear(session: Pick<NextSessionAnswer, 'startsAt'>, now: Date): boolean {
  return Date.parse(session.startsAt) - now.getTime() <= ROOM_BEFORE * 60_000;
}
