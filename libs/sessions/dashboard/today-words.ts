import {
  ATTENDANCE_WORDS,
  mayOpen,
  MODALITY_WORDS,
  noteAge,
  SESSION_KIND_WORDS,
  wasThere,
  type NoteAge,
} from '@kinfold/sessions/domain';
import type { ListedSessionAnswer, SessionParticipantAnswer, TodaySessionAnswer } from '@kinfold/shared/contract/staff';
import type { IconName, Tone } from '@kinfold/shared/ui';

/** A badge in words, with the colour and the drawing that go with it. */
export interface BadgeWords {
  readonly words: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

/** The one thing to do with a session now. */
export interface SessionAction {
  readonly words: string;
  readonly icon: IconName;
  readonly link: readonly string[];
  /** Whether it is what the therapist came for. */
  readonly first: boolean;
}

const NOTE_TONES: Readonly<Record<NoteAge, Tone>> = { fresh: 'plain', due: 'due', late: 'due', overdue: 'urgent' };
const HOUR = 3_600_000;

/**
 * The badge of a note that is not signed: "Note to write", "Note in draft, 2 days".
 * @param since when the session stopped
 */
export function noteBadge(noteState: 'none' | 'draft', since: Date, now: Date): BadgeWords {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR));
  const days = Math.floor(hours / 24);
  const age =
    hours < 1
      ? ''
      : days < 1
        ? `, ${hours} ${hours === 1 ? 'hour' : 'hours'}`
        : `, ${days} ${days === 1 ? 'day' : 'days'}`;
  const words = `${noteState === 'draft' ? 'Note in draft' : 'Note to write'}${age}`;
  return { words, tone: NOTE_TONES[noteAge(since.getTime(), now.getTime())], icon: 'note' };
}

/** Everything that is to be said of a session of today beside its time, most important first. */
export function badgesOf(session: TodaySessionAnswer, now: Date): readonly BadgeWords[] {
  const badges: BadgeWords[] = [];
  if (session.status === 'cancelled') return [{ words: 'Called off', tone: 'plain', icon: 'close' }];
  if (session.status === 'held') badges.push({ words: 'The room is open', tone: 'info', icon: 'room' });
  if (session.status === 'closed') badges.push(closedBadge(session, now));
  // The desk opens no room, so it is not told what waits there.
  if (session.familyName !== null && session.status === 'planned' && Date.parse(session.endsAt) <= now.getTime())
    badges.push({ words: 'Not opened yet', tone: 'due', icon: 'clock' });
  if (session.measuresDue.length > 0)
    badges.push({ words: `Measure due: ${namesOf(session.measuresDue)}`, tone: 'due', icon: 'measures' });
  return badges;
}

function closedBadge({ familyName, noteState, stoppedAt, endsAt }: TodaySessionAnswer, now: Date): BadgeWords {
  // The desk works by code and knows nothing of notes.
  if (familyName === null) return { words: 'Closed', tone: 'plain', icon: 'check' };
  if (noteState === 'signed') return { words: 'Note signed', tone: 'good', icon: 'check' };
  return noteBadge(noteState, new Date(stoppedAt ?? endsAt), now);
}

function namesOf(members: readonly { readonly givenName: string }[]): string {
  if (members.length > 3) return `${members.length} relatives`;
  return members.map((member) => member.givenName).join(', ');
}

/**
 * What to do next, or null when there is nothing: the room before and while it is held, the note afterwards.
 * Whoever works by code (the desk) opens neither.
 */
export function actionOf(
  session: Pick<TodaySessionAnswer, 'id' | 'status' | 'noteState' | 'startsAt'>,
  now: Date,
): SessionAction | null {
  const { id, status, noteState } = session;
  if (status === 'cancelled') return null;
  if (status === 'held') return { words: 'Go on in the room', icon: 'room', link: ['/room', id], first: true };
  if (status === 'planned') {
    if (!mayOpen(Date.parse(session.startsAt), now.getTime())) return null;
    return { words: 'Open the room', icon: 'room', link: ['/room', id], first: true };
  }
  const words = { none: 'Write the note', draft: 'Finish the note', signed: 'Read the note' }[noteState];
  return { words, icon: 'note', link: ['/notes/session', id], first: noteState !== 'signed' };
}

/** "Family session, Room 2", "Session with one member, by video" */
export function whatAndWhere({
  kind,
  modality,
  room,
}: Pick<ListedSessionAnswer, 'kind' | 'modality' | 'room'>): string {
  const where = modality === 'in-person' ? room : MODALITY_WORDS[modality].toLowerCase();
  return where === null ? SESSION_KIND_WORDS[kind] : `${SESSION_KIND_WORDS[kind]}, ${where}`;
}

/** "3 here, Tom told us before", or nothing while nobody is marked. */
export function attendanceLine(members: readonly SessionParticipantAnswer[]): string {
  const there = members.filter((member) => wasThere(member.attendance)).length;
  const away = members.filter((member) => member.attendance !== null && !wasThere(member.attendance));
  const parts = away.map(
    ({ givenName, attendance }) =>
      `${givenName} ${attendance === null ? '' : ATTENDANCE_WORDS[attendance].toLowerCase()}`,
  );
  return [...(there > 0 ? [`${there} here`] : []), ...parts].join(', ');
}

/** Which session of the day is under way or next: the first that is held, else the first planned one that has not ended. */
export function currentOf<T extends Pick<TodaySessionAnswer, 'status' | 'endsAt'>>(
  sessions: readonly T[],
  now: Date,
): T | null {
  const held = sessions.find((session) => session.status === 'held');
  return (
    held ??
    sessions.find((session) => session.status === 'planned' && Date.parse(session.endsAt) > now.getTime()) ??
    null
  );
}

/** What of the day is still ahead: "2 sessions ahead". A planned session whose time is over is not; its row says that it was not opened. */
export function aheadWords(sessions: readonly Pick<TodaySessionAnswer, 'status' | 'endsAt'>[], now: Date): string {
  const left = sessions.filter(
    ({ status, endsAt }) => status === 'held' || (status === 'planned' && Date.parse(endsAt) > now.getTime()),
  ).length;
  if (left === 0) return 'nothing ahead';
  return left === 1 ? 'one session ahead' : `${left} sessions ahead`;
}

/**
 * A calendar day in full: "Tuesday 24 November".
 * @param day `2026-11-24`
 */
export function longDay(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const parts = format.formatToParts(new Date(`${day}T12:00:00Z`));
  return ['weekday', 'day', 'month'].map((type) => parts.find((part) => part.type === type)?.value ?? '').join(' ');
}
