import {
  classOfMoment,
  classOfSession,
  TECHNIQUES,
  wasThere,
  type AttendanceStatus,
  type MomentKind,
} from '@kinfold/sessions/domain';
import { addDays, instant, SLOTS } from './calendar';
import type { Meeting } from './meetings';
import type { Random } from './random';
import type { Household, Kin, Scene } from './scene';
import type { Rows } from './tables';
import { fill } from './words';

const MINUTE = 60_000;

/** What a session left behind for its note and its summary. */
export interface Held {
  readonly meeting: Meeting;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly stoppedAt: number;
  readonly came: readonly Kin[];
  readonly away: readonly Kin[];
  readonly agreement: { readonly words: string; readonly member: Kin | null } | null;
  readonly homework: { readonly words: string; readonly member: Kin } | null;
  readonly technique: string;
}

/** Writes a session with who takes part and, when it was held, what happened in it. */
export function writeSession(
  rows: Rows,
  scene: Scene,
  household: Household,
  meeting: Meeting,
  random: Random,
): Held | null {
  const { clinicId, clock } = scene;
  const { id: familyId, therapist, coTherapist } = household;
  const { id, day, slot, kind, minutes, status } = meeting;
  const minute = SLOTS[slot] ?? SLOTS[0];
  const start = clock.at(day, minute);
  const closed = status === 'closed';
  const startedAt = start + random.whole(0, 6) * MINUTE;
  const stoppedAt = startedAt + (minutes - random.whole(0, 4)) * MINUTE;
  const cancelReason =
    status === 'cancelled' ? random.pick(['family-asked', 'family-asked', 'illness', 'clinician-away'] as const) : null;
  const times = { startsAt: instant(start), endsAt: instant(start + minutes * MINUTE) };
  rows.session.push({
    clinicId,
    id,
    familyId,
    kind,
    class: kind === 'individual' ? 'individual-confidential' : 'shared',
    modality: meeting.modality,
    room: meeting.room,
    localStart: `${day}T${clockText(minute)}:00`,
    timeZone: clock.zone,
    ...times,
    status,
    openedAt: closed ? instant(start - 2 * MINUTE) : null,
    startedAt: closed ? instant(startedAt) : null,
    stoppedAt: closed ? instant(stoppedAt) : null,
    cancelReason,
    cancelWordsSealed:
      cancelReason === 'family-asked' ? { words: random.pick(scene.words.cancelWords), of: null } : null,
    createdBy: therapist.id,
  });
  const booking = { clinicId, sessionId: id, familyId, ...times, cancelled: status === 'cancelled' };
  for (const one of [therapist, ...(meeting.withCoTherapist && coTherapist ? [coTherapist] : [])])
    rows.session_clinician.push({ ...booking, accountId: one.id });
  for (const { id: memberId } of meeting.members) rows.session_member.push({ ...booking, memberId });
  return closed ? writeCourse(rows, scene, household, meeting, startedAt, stoppedAt, random) : null;
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function writeCourse(
  rows: Rows,
  scene: Scene,
  household: Household,
  meeting: Meeting,
  startedAt: number,
  stoppedAt: number,
  random: Random,
): Held {
  const { clinicId } = scene;
  const { id: familyId, therapist } = household;
  const where = { clinicId, sessionId: meeting.id, familyId };
  const statuses = attendance(meeting, random);
  meeting.members.forEach(({ id: memberId }, index) => {
    const recordedAt = instant(startedAt + index * 4_000);
    rows.attendance.push({
      ...where,
      id: random.id(),
      memberId,
      status: statuses[index] ?? 'present',
      recordedBy: therapist.id,
      recordedAt,
    });
  });
  const came = meeting.members.filter((_, index) => wasThere(statuses[index] ?? null));
  const away = meeting.members.filter((_, index) => !wasThere(statuses[index] ?? null));
  const isRecent = meeting.day >= addDays(scene.today, -14);
  if (!scene.lean || isRecent) {
    came.forEach(({ id: memberId, shape }, index) => {
      const ratedAt = instant(stoppedAt + (5 + index) * MINUTE);
      rows.participation.push({
        ...where,
        id: random.id(),
        memberId,
        ...rating(meeting, household, shape.comes, random),
        ratedBy: therapist.id,
        ratedAt,
      });
    });
  }
  return {
    meeting,
    startedAt,
    stoppedAt,
    came,
    away,
    ...writeMoments(rows, scene, household, meeting, came, startedAt, random),
  };
}

/** Nobody is ever called a no-show: some told us before, some did not come. Somebody was always there. */
function attendance({ members, modality, kind, afterSetback }: Meeting, random: Random): AttendanceStatus[] {
  const statuses = members.map(({ shape }): AttendanceStatus => {
    const comes = kind === 'individual' ? 1 : shape.comes - (afterSetback ? 0.1 : 0);
    if (!random.chance(comes)) return random.chance(0.6) ? 'told-us-before' : 'did-not-come';
    if (modality !== 'in-person') return 'remote';
    return random.chance(0.08) ? 'late' : random.chance(0.04) ? 'left-early' : 'present';
  });
  if (!statuses.some(wasThere)) statuses[0] = modality === 'in-person' ? 'present' : 'remote';
  return statuses;
}

/** -3 to +3 on each axis, along the family's course. */
function rating({ stretch, afterSetback }: Meeting, { shape }: Household, ease: number, random: Random) {
  const step = { early: 0, middle: 1, later: 2 }[stretch];
  const level = (shape.course === 'level' ? 0.4 : step * 0.9) - 0.6 + (ease - 0.6) * 2 - (afterSetback ? 1.6 : 0);
  const axis = (shift: number): number =>
    Math.max(-3, Math.min(3, Math.round(level + shift + (random.unit() - 0.5) * 1.8)));
  return { engagement: axis(0.3), connection: axis(0), safety: axis(0.6) };
}

function writeMoments(
  rows: Rows,
  scene: Scene,
  household: Household,
  meeting: Meeting,
  came: readonly Kin[],
  startedAt: number,
  random: Random,
): Pick<Held, 'agreement' | 'homework' | 'technique'> {
  const { clinicId, words, lean } = scene;
  const { id: familyId, therapist } = household;
  const sessionClass = classOfSession(meeting.kind);
  let minute = 3;
  const add = (kind: MomentKind, member: Kin | null, text: string | null, technique: string | null = null): void => {
    minute += random.whole(2, 6);
    const at = instant(startedAt + minute * MINUTE + random.whole(0, 50) * 1_000);
    const memberId = member?.id ?? null;
    rows.moment.push({
      clinicId,
      id: random.id(),
      sessionId: meeting.id,
      familyId,
      memberId,
      kind,
      technique,
      class: classOfMoment(kind, sessionClass),
      wordsSealed: text === null ? null : { words: text, of: memberId },
      at,
      recordedBy: therapist.id,
      recordedAt: at,
    });
  };
  const somebody = (): Kin => random.pick(came);
  const technique = random.pick(TECHNIQUES);
  const hasAgreement = lean ? meeting.day >= addDays(scene.today, -70) : random.chance(0.6);
  const agreement =
    meeting.kind === 'individual' || !hasAgreement
      ? null
      : { words: random.pick(words.agreements[meeting.stretch]), member: null };
  const doer = somebody();
  const homework = { words: fill(random.pick(words.homework), { name: doer.givenName }), member: doer };
  if (!lean) {
    for (const one of random.some(came, random.whole(1, 3))) add('turn', one, null);
    add('technique', null, null, technique.id);
    if (random.chance(0.5)) add('quote', somebody(), random.pick(words.quotes));
    if (random.chance(0.3)) {
      const one = somebody();
      add('shift', one, fill(random.pick(words.shifts), { name: one.givenName }));
    }
    if (random.chance(0.15)) add('break', null, null);
    for (const one of random.some(came, random.whole(0, 2))) add('turn', one, null);
  }
  if (agreement) add('agreement', agreement.member, agreement.words);
  if (!lean) add('homework', homework.member, homework.words);
  return { agreement, homework, technique: technique.name };
}
