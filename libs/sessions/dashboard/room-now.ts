import type { AttendanceStatus, MomentKind } from '@kinfold/sessions/domain';
import type { SessionPageAnswer } from '@kinfold/shared/contract/staff';
import type { RoomAct } from './room-acts';

/** A member as the room shows them. */
export interface RoomMember {
  readonly id: string;
  /** What one calls them. */
  readonly called: string;
  readonly name: string;
  readonly place: number;
  readonly attendance: AttendanceStatus | null;
}

/** A moment as the room lists it. */
export interface RoomMoment {
  readonly id: string;
  readonly kind: MomentKind;
  readonly memberId: string | null;
  readonly technique: string | null;
  readonly words: string | null;
  readonly at: string;
  readonly own: boolean;
}

export interface RoomNow {
  readonly members: readonly RoomMember[];
  /** The newest first. */
  readonly moments: readonly RoomMoment[];
}

/**
 * What the room shows: the server's last answer, and on top of it what was done here since. An act that the answer knows already
 * changes nothing, so it does not matter how far sending has come.
 * @param session the last answer
 * @param made what was done here, in order
 */
export function roomNow(session: SessionPageAnswer, made: readonly RoomAct[]): RoomNow {
  const attendance = new Map(session.members.map((member) => [member.id, member.attendance]));
  const moments = new Map<string, RoomMoment>(session.moments.map((moment) => [moment.id, moment]));
  for (const act of made) {
    if (act.act === 'attendance') attendance.set(act.memberId, act.status);
    if (act.act === 'moment') moments.set(act.id, { words: null, ...moments.get(act.id), ...momentOf(act) });
    if (act.act === 'undo') moments.delete(act.momentId);
    const worded = act.act === 'words' ? moments.get(act.momentId) : undefined;
    if (act.act === 'words' && worded) moments.set(act.momentId, { ...worded, words: act.words });
  }
  return {
    members: session.members.map(({ id, givenName, familyName, nickname, place }) => ({
      id,
      called: nickname ?? givenName,
      name: `${givenName} ${familyName}`,
      place,
      attendance: attendance.get(id) ?? null,
    })),
    moments: [...moments.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  };
}

function momentOf({
  id,
  kind,
  memberId,
  technique,
  at,
}: Extract<RoomAct, { act: 'moment' }>): Omit<RoomMoment, 'words'> {
  return { id, kind, memberId, technique, at, own: true };
}
