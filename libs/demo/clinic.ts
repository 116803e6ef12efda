import { familyCode } from '@kinfold/families/domain';
import { addDays, Bookings, instant, ZoneClock } from './calendar';
import { writeChecks, writeOpenCheck } from './checks';
import { writeConsents } from './consents';
import { makeHousehold, surnameOf } from './household';
import { appointmentsOf, planMeetings, stillComes } from './meetings';
import { writeNote } from './notes';
import { Random } from './random';
import type { Colleague, Household, InventedPerson, PortalRole, Scene } from './scene';
import { writeSession } from './sessions';
import { evenShape, FAMILY_SHAPES } from './family-shapes';
import type { FamilyShape } from './shapes';
import { emailOf, FAMILIES_OF_ONE, makeTeam, peopleOf, type Team, writeTeam } from './staff';
import { writeSummaries } from './summaries';
import { appendRows, noRows, type Rows } from './tables';
import { ENGLISH } from './words.en';
import { SPANISH } from './words.es';

export interface ClinicWishes {
  /** The same seed and the same day make the same clinic. */
  readonly seed: number;
  /** 1 or more. */
  readonly families: number;
  /** The clinic's calendar day, `YYYY-MM-DD`; history ends the day before. */
  readonly today: string;
  /** Minutes since midnight at which the clinic is made: the first family comes later today. Left out, at the end of the day. */
  readonly minute?: number;
  /** IANA name of the clinic's time zone. */
  readonly zone: string;
  readonly language: 'en' | 'es';
  /** Addresses of sign-ins end in this; it ends in `.example`. */
  readonly domain: string;
  /** All families alike and with few details a session, for large clinics. Left out: each family has its own history. */
  readonly even?: { readonly members: number; readonly sessions: number };
}

/** A piece of a clinic: rows in any table, and the people among them who get a sign-in. */
export interface ClinicPart {
  readonly rows: Rows;
  readonly people: readonly InventedPerson[];
}

/**
 * Makes an invented clinic piece by piece: the first piece has the clinic and its staff, each further one a family. Foreign keys
 * point to the same piece or an earlier one.
 * @throws RangeError for wishes that cannot be met
 */
export function* clinicParts(wishes: ClinicWishes): Generator<ClinicPart, void> {
  const { seed, families, today, zone, language, even } = wishes;
  if (!Number.isInteger(families) || families < 1) throw new RangeError('A clinic has at least one family');
  const random = new Random(`${seed}/clinic`);
  const words = language === 'es' ? SPANISH : ENGLISH;
  const clock = new ZoneClock(zone);
  const scene: Scene = {
    clinicId: random.id(),
    clinicName: words.clinic,
    language,
    words,
    clock,
    today,
    bookings: new Bookings(),
    lean: even !== undefined,
  };
  const team = makeTeam(random, families);
  const offset = random.whole(0, 59);
  const first = noRows();
  first.clinic.push({
    id: scene.clinicId,
    name: words.clinic,
    timeZone: zone,
    language,
    createdAt: instant(clock.at(addDays(today, -400), 480)),
  });
  writeTeam(first, scene.clinicId, team, today, clock, random);
  const caseloads = shareOut(families, team, even !== undefined);
  const nameOf = (index: number | undefined): string | undefined =>
    index === undefined ? undefined : words.familyName(surnameOf(index, offset));
  yield {
    rows: first,
    people: peopleOf(team, wishes.domain, (colleague) => nameOf(firstFamilyOf(colleague, team, caseloads))),
  };
  const codes = new Set<string>();
  for (const [therapist, indices] of caseloads) {
    const coming = indices.filter((index) => stillComes(shapeOf(index, wishes)));
    for (const [place, index] of indices.entries()) {
      const rows = noRows();
      const household = makeFamily(rows, scene, wishes, {
        index,
        place,
        coming,
        therapist,
        team,
        codes,
        surname: surnameOf(index, offset),
      });
      yield { rows, people: index === 0 ? openPortal(rows, scene, household, wishes.domain, seed) : [] };
    }
  }
}

/** The whole clinic at once. For a handful of families; thousands are taken piece by piece. */
export function generateClinic(wishes: ClinicWishes): ClinicPart {
  const rows = noRows();
  const people: InventedPerson[] = [];
  for (const part of clinicParts(wishes)) {
    appendRows(rows, part.rows);
    people.push(...part.people);
  }
  return { rows, people };
}

/** Who works with which families. In a demo the first therapist has two of three, in a large clinic everybody has as many. */
function shareOut(families: number, team: Team, even: boolean): Map<Colleague, readonly number[]> {
  const shares = new Map<Colleague, number[]>(team.therapists.map((therapist) => [therapist, []]));
  for (let index = 0; index < families; index++) {
    const turn =
      even || families > FAMILIES_OF_ONE ? index % team.therapists.length : index % 3 === 1 && index > 1 ? 1 : 0;
    const therapist = team.therapists[turn];
    if (therapist) shares.get(therapist)?.push(index);
  }
  return shares;
}

function firstFamilyOf(
  colleague: Colleague,
  { coTherapist, trainee }: Team,
  caseloads: ReadonlyMap<Colleague, readonly number[]>,
): number | undefined {
  return colleague === coTherapist || colleague === trainee ? 0 : caseloads.get(colleague)?.[0];
}

interface FamilyWish {
  readonly index: number;
  readonly place: number;
  /** The families of the therapist that still come. */
  readonly coming: readonly number[];
  readonly therapist: Colleague;
  readonly team: Team;
  readonly codes: Set<string>;
  readonly surname: string;
}

/** One family with its whole history. Its chance is its own, so families do not depend on the order in which they are made. */
function makeFamily(rows: Rows, scene: Scene, wishes: ClinicWishes, wish: FamilyWish): Household {
  const { seed, even, minute = 0 } = wishes;
  const { index, place, coming, therapist, team, codes, surname } = wish;
  const random = new Random(`${seed}/family/${index}`);
  const isFirst = index === 0;
  const plan = {
    index,
    place,
    code: freeCode(codes, random),
    shape: shapeOf(index, wishes),
    therapist,
    coTherapist: isFirst ? team.coTherapist : null,
    trainee: isFirst ? team.trainee : null,
  };
  const household = makeHousehold(rows, scene, plan, surname, random);
  const appointments = coming.includes(index) ? appointmentsOf(coming.indexOf(index), coming.length, minute) : [];
  const meetings = planMeetings(scene, household, appointments, even?.sessions, random);
  const history = meetings.flatMap((meeting) => writeSession(rows, scene, household, meeting, random) ?? []);
  for (const held of history) writeNote(rows, scene, household, held, random);
  writeChecks(rows, scene, household, history, random);
  const waiting = household.members.find(({ shape: { key, age } }) => key !== 'self' && age >= 18);
  if (index === 1 && waiting)
    writeOpenCheck(rows, scene, household, waiting, scene.clock.at(addDays(scene.today, -1), 1_000), random);
  writeSummaries(rows, scene, household, history, writeConsents(rows, scene, household, random), random);
  return household;
}

function shapeOf(index: number, { even }: ClinicWishes): FamilyShape {
  const shape = even ? evenShape(even.members) : FAMILY_SHAPES[index % FAMILY_SHAPES.length];
  if (!shape) throw new RangeError('There is no such family');
  return shape;
}

function freeCode(codes: Set<string>, random: Random): string {
  let code: string;
  do code = familyCode([random.unit(), random.unit(), random.unit(), random.unit()]);
  while (codes.has(code));
  codes.add(code);
  return code;
}

/** Accounts of the first family: the person in recovery, two relatives, a minor. */
function openPortal(
  rows: Rows,
  { clinicId, clock, today }: Scene,
  household: Household,
  domain: string,
  seed: number,
): InventedPerson[] {
  const random = new Random(`${seed}/portal`);
  const createdAt = instant(clock.at(addDays(today, -120), 700));
  const roleOf = (key: string): PortalRole | null =>
    key === 'self'
      ? 'person-in-recovery'
      : key === 'partner' || key === 'mother'
        ? 'relative'
        : key === 'son'
          ? 'minor'
          : null;
  return household.members.flatMap(({ personId, fullName, shape: { key } }): InventedPerson[] => {
    const role = roleOf(key);
    if (!role) return [];
    const accountId = random.id();
    rows.account.push({ clinicId, id: accountId, surface: 'portal', displayName: fullName, personId, createdAt });
    rows.account_role.push({ clinicId, accountId, role });
    return [
      {
        accountId,
        surface: 'portal',
        role,
        name: fullName,
        email: emailOf(fullName, domain),
        family: household.displayName,
      },
    ];
  });
}
