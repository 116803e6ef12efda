import type { Modality, SessionKind, SessionStatus } from '@kinfold/sessions/domain';
import { addDays, DAY_SLOTS, SLOTS, weekday } from './calendar';
import type { Random } from './random';
import type { Household, Kin, Scene } from './scene';
import type { FamilyShape } from './shapes';
import type { Stretch } from './words';

/** One session before it becomes rows. */
export interface Meeting {
  readonly id: string;
  readonly day: string;
  readonly slot: number;
  readonly minutes: number;
  readonly kind: SessionKind;
  readonly modality: Modality;
  readonly members: readonly Kin[];
  readonly withCoTherapist: boolean;
  readonly room: string | null;
  readonly status: Extract<SessionStatus, 'planned' | 'closed' | 'cancelled'>;
  readonly note: 'signed' | 'draft' | 'none';
  readonly stretch: Stretch;
  /** The first session after a return to use. */
  readonly afterSetback: boolean;
}

/** A day on which a family comes by plan, counted from today. */
export interface Appointment {
  readonly offset: number;
  readonly slot: number;
  readonly note: 'signed' | 'draft' | 'none';
}

/** Days ahead for which every therapist has sessions, so that Today is never empty in the two weeks after loading. */
const DAYS_AHEAD = 14;
const TODAY_SLOTS = [6, 0, 2, 4] as const;

/** Whether a family still comes. */
export function stillComes({ status }: FamilyShape): boolean {
  return status === 'active' || status === 'referred';
}

/**
 * The appointments of one family around today: four families today, two on the days after, yesterday's with a note that is not
 * signed yet, and one of three days ago without a note. The first family's session of today still lies ahead when the day allows it.
 * @param place the family's number among those of its therapist that still come
 * @param count how many those are
 * @param minute minutes since midnight, at which the clinic is made
 */
export function appointmentsOf(place: number, count: number, minute: number): readonly Appointment[] {
  const found: Appointment[] = [];
  const ahead = SLOTS.findIndex((start) => start >= minute + 10);
  const slot = place === 0 && minute > 0 ? (ahead < 0 ? SLOTS.length - 1 : ahead) : TODAY_SLOTS[place];
  if (slot !== undefined) found.push({ offset: 0, slot, note: 'none' });
  for (let offset = 1; offset <= DAYS_AHEAD; offset++) {
    if ((2 * offset) % count === place) found.push({ offset, slot: 1, note: 'none' });
    else if (offset % 2 === 0 && (2 * offset + 1) % count === place) found.push({ offset, slot: 4, note: 'none' });
  }
  if (place === 1) found.push({ offset: -1, slot: 3, note: 'draft' });
  if (place === 2) found.push({ offset: -3, slot: 2, note: 'none' });
  return found;
}

interface Wish {
  readonly day: string;
  readonly slot: number;
  readonly kind: SessionKind;
  readonly members: readonly Kin[];
  readonly note?: Meeting['note'];
  readonly mayCancel: boolean;
  readonly afterSetback?: boolean;
}

/**
 * All sessions of a family in the order of time, booked so that no clinician, member or room is taken twice.
 * @param past exactly how many have been held, for families that are all alike; undefined follows the family's own course
 */
export function planMeetings(
  scene: Scene,
  household: Household,
  appointments: readonly Appointment[],
  past: number | undefined,
  random: Random,
): Meeting[] {
  const wishes = [...pastWishes(scene, household, past), ...appointmentWishes(scene, household, appointments)];
  const meetings = wishes.flatMap((wish) => book(scene, household, wish, past !== undefined, random) ?? []);
  return meetings.sort((a, b) => (a.day === b.day ? a.slot - b.slot : a.day < b.day ? -1 : 1));
}

/** The hour of the week that belongs to a family: 35 families of one therapist fit without meeting at the door. */
function ownHour({ place }: Household): { readonly day: number; readonly slot: number } {
  return { day: 1 + (place % 5), slot: Math.floor(place / 5) % DAY_SLOTS };
}

function pastWishes(scene: Scene, household: Household, past: number | undefined): Wish[] {
  const { shape, startedOn } = household;
  const { day, slot } = ownHour(household);
  const lead = (day - weekday(startedOn) + 7) % 7;
  const last = addDays(scene.today, stillComes(shape) ? -4 : -28);
  const days: string[] = [];
  for (let week = 0; week < shape.weeks; week += week < 8 ? 1 : shape.every)
    days.push(addDays(startedOn, lead + 7 * week));
  const held = days.filter((one) => one <= last);
  const kept = past === undefined ? held : held.slice(-past);
  const setback = shape.course === 'dip' ? Math.floor(kept.length * 0.55) : -1;
  const wishes = kept.map((one, number): Wish => {
    const here = household.members.filter((kin) => kin.joinedOn <= one && (kin.leftOn === null || one < kin.leftOn));
    // Among families that are all alike every second session is one of two members.
    const part = here.length > 3 && (past === undefined ? number % 9 === 5 : number % 2 === 1);
    const mayCancel = past === undefined && number > 0 && number < kept.length - 1 && number !== setback;
    return {
      day: one,
      slot,
      kind: part ? 'subset' : 'family',
      members: part ? here.slice(0, past === undefined ? 3 : 2) : here,
      mayCancel,
      afterSetback: number === setback,
    };
  });
  if (past !== undefined) return wishes;
  // Every sixth week one member is seen alone, in turn.
  const alone = kept
    .filter((_, number) => number % 6 === 3)
    .map((one, number): Wish => {
      const adults = household.members.filter(
        (kin) => kin.shape.age >= 15 && kin.joinedOn <= one && kin.leftOn === null,
      );
      const member = adults[number % adults.length];
      return {
        day: addDays(one, 2),
        slot: (slot + 3) % DAY_SLOTS,
        kind: 'individual',
        members: member ? [member] : [],
        mayCancel: true,
      };
    });
  return [...wishes, ...alone.filter((wish) => wish.members.length === 1 && wish.day <= last)];
}

function appointmentWishes({ today }: Scene, { members }: Household, appointments: readonly Appointment[]): Wish[] {
  const here = members.filter(({ leftOn }) => leftOn === null);
  return appointments.map(({ offset, slot, note }) => ({
    day: addDays(today, offset),
    slot,
    kind: 'family',
    members: here,
    note,
    mayCancel: false,
  }));
}

function book(scene: Scene, household: Household, wish: Wish, certain: boolean, random: Random): Meeting | undefined {
  const { today, bookings, words } = scene;
  const { therapist, coTherapist, place, shape } = household;
  const remote = !certain && random.chance(0.12);
  const modality: Modality = remote ? random.pick(['video', 'video', 'phone'] as const) : 'in-person';
  const withCoTherapist = coTherapist !== null && wish.kind === 'family' && random.chance(0.6);
  const people = [
    therapist.id,
    ...wish.members.map(({ id }) => id),
    ...(withCoTherapist && coTherapist ? [coTherapist.id] : []),
  ];
  const rooms = scene.lean
    ? [`Room ${therapist.id.slice(0, 4)}`]
    : [...words.rooms.slice(place % 2), ...words.rooms.slice(0, place % 2)];
  const isPast = wish.day < today;
  for (let shift = 0; shift < SLOTS.length; shift++) {
    const slot = (wish.slot + shift) % SLOTS.length;
    const room = remote ? null : rooms.find((one) => bookings.book(wish.day, slot, [...people, one]));
    if (remote ? !bookings.book(wish.day, slot, people) : room === undefined) continue;
    const cancelled = isPast && wish.mayCancel && random.chance(0.07);
    return {
      id: random.id(),
      day: wish.day,
      slot,
      minutes: wish.kind === 'individual' ? 50 : random.pick([50, 60, 60, 75] as const),
      kind: wish.kind,
      modality,
      members: wish.members,
      withCoTherapist,
      room: room ?? null,
      status: cancelled ? 'cancelled' : isPast ? 'closed' : 'planned',
      note: wish.note ?? (isPast && !cancelled ? 'signed' : 'none'),
      stretch: stretchOf(wish.day, household.startedOn, shape.weeks),
      afterSetback: wish.afterSetback ?? false,
    };
  }
  return undefined;
}

function stretchOf(day: string, startedOn: string, weeks: number): Stretch {
  const share = (Date.parse(day) - Date.parse(startedOn)) / (weeks * 7 * 86_400_000);
  return share < 0.3 ? 'early' : share < 0.65 ? 'middle' : 'later';
}
