import { nameKey, searchTokens } from '@kinfold/families/domain';
import { addDays, instant, yearsBefore } from './calendar';
import { MEN, NICKNAMES, SURNAMES, WOMEN } from './names';
import type { Random } from './random';
import type { Colleague, Household, Kin, Scene } from './scene';
import type { FamilyShape, MemberShape } from './shapes';
import type { Rows } from './tables';

export interface HouseholdPlan {
  readonly index: number;
  readonly place: number;
  readonly code: string;
  readonly shape: FamilyShape;
  readonly therapist: Colleague;
  readonly coTherapist: Colleague | null;
  readonly trainee: Colleague | null;
}

/** The surname of the family with a number: sixty single ones first, then pairs. */
export function surnameOf(index: number, offset: number): string {
  const count = SURNAMES.length;
  const first = SURNAMES[(index + offset) % count] ?? SURNAMES[0];
  const round = Math.floor(index / count);
  return round === 0 ? first : `${first} ${SURNAMES[(index + offset + round * 7) % count] ?? first}`;
}

/** Makes a family with its persons, members, relationships, words it is found by, and its team. */
export function makeHousehold(
  rows: Rows,
  scene: Scene,
  plan: HouseholdPlan,
  surname: string,
  random: Random,
): Household {
  const { clinicId, today, clock, words } = scene;
  const { shape, therapist, coTherapist, trainee, index, place, code } = plan;
  const id = random.id();
  const startedOn = addDays(today, -7 * shape.weeks);
  const displayName = words.familyName(surname);
  const created = clock.at(addDays(startedOn, -5), 600 + random.whole(0, 300));
  const createdAt = instant(created);
  rows.family.push({
    clinicId,
    id,
    code,
    displayName,
    status: shape.status,
    secretsPolicy: shape.secretsPolicy,
    createdBy: therapist.id,
    contentVersion: 1,
    createdAt,
  });
  addTokens(rows, scene, id, null, [displayName], random);
  for (const [part, colleague] of [
    ['therapist', therapist],
    ['co-therapist', coTherapist],
    ['trainee', trainee],
  ] as const) {
    if (colleague)
      rows.assignment.push({
        clinicId,
        id: random.id(),
        familyId: id,
        accountId: colleague.id,
        part,
        startsAt: createdAt,
      });
  }
  const given = givenNames(shape.members, random);
  const members = shape.members.map((member, number) =>
    makeMember(rows, scene, id, member, given[number] ?? '', surname, startedOn, created + number * 1_000, random),
  );
  addRelationships(rows, scene, id, shape, members, random);
  return { id, index, place, displayName, shape, members, therapist, coTherapist, startedOn };
}

function givenNames(members: readonly MemberShape[], random: Random): string[] {
  const women = random.some(WOMEN, members.length);
  const men = random.some(MEN, members.length);
  return members.map(({ sex }) => (sex === 'f' ? women.pop() : men.pop()) ?? '');
}

function makeMember(
  rows: Rows,
  scene: Scene,
  familyId: string,
  shape: MemberShape,
  givenName: string,
  surname: string,
  startedOn: string,
  created: number,
  random: Random,
): Kin {
  const { clinicId, today } = scene;
  const familyName = shape.otherName ? random.pick(SURNAMES.filter((name) => !surname.includes(name))) : surname;
  const nickname = shape.nickname ? (NICKNAMES[givenName] ?? givenName.slice(0, 3)) : null;
  const birthDate = addDays(yearsBefore(today, shape.age), -random.whole(1, 360));
  const joinedOn = addDays(startedOn, 7 * (shape.joinsAfter ?? 0));
  // Members stand in the order in which they were written down; whoever came later, later.
  const createdAt = instant(created + 7 * 86_400_000 * (shape.joinsAfter ?? 0));
  const leftOn = shape.leftAgo === undefined ? null : addDays(today, -7 * shape.leftAgo);
  const kin: Kin = {
    id: random.id(),
    personId: random.id(),
    givenName,
    fullName: `${givenName} ${familyName}`,
    nickname,
    birthDate,
    joinedOn,
    leftOn,
    shape,
  };
  rows.person.push({
    clinicId,
    id: kin.personId,
    givenName,
    familyName,
    nickname,
    birthDate,
    nameKey: nameKey(givenName, familyName),
    safeContact: shape.safeContact ?? 'any',
    createdAt,
  });
  rows.member.push({
    clinicId,
    id: kin.id,
    familyId,
    personId: kin.personId,
    standing: shape.standing,
    joinedOn,
    leftOn,
    createdAt,
  });
  addTokens(rows, scene, familyId, kin.id, [kin.fullName, ...(nickname ? [nickname] : [])], random);
  return kin;
}

function addTokens(
  rows: Rows,
  { clinicId }: Scene,
  familyId: string,
  memberId: string | null,
  names: readonly string[],
  random: Random,
): void {
  for (const token of searchTokens(names))
    rows.name_token.push({ clinicId, id: random.id(), token, familyId, memberId });
}

function addRelationships(
  rows: Rows,
  { clinicId, today }: Scene,
  familyId: string,
  shape: FamilyShape,
  members: readonly Kin[],
  random: Random,
): void {
  const byKey = new Map(members.map((kin) => [kin.shape.key, kin]));
  for (const { from, kind, to, years, endedYears } of shape.relationships) {
    const [source, target] = [byKey.get(from), byKey.get(to)];
    if (!source || !target) continue;
    const fromBirth = kind === 'parent-of' ? target.birthDate : null;
    rows.relationship.push({
      clinicId,
      id: random.id(),
      familyId,
      fromMemberId: source.id,
      toMemberId: target.id,
      kind,
      startedOn: years === undefined ? fromBirth : addDays(yearsBefore(today, years), -random.whole(0, 300)),
      endedOn: endedYears === undefined ? null : addDays(yearsBefore(today, endedYears), -random.whole(0, 300)),
    });
  }
}
