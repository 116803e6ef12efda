import { nameWords } from '@kinfold/shared/kernel';
import { addDays, type ZoneClock, instant } from './calendar';
import { MEN, SURNAMES, WOMEN } from './names';
import type { Random } from './random';
import type { Colleague, InventedPerson, StaffRole } from './scene';
import type { Rows } from './tables';

/** One therapist works with this many families at the most. */
export const FAMILIES_OF_ONE = 25;

export interface Team {
  readonly all: readonly Colleague[];
  /** At least two. */
  readonly therapists: readonly Colleague[];
  readonly coTherapist: Colleague;
  readonly trainee: Colleague;
}

const ONCE: readonly StaffRole[] = [
  'admin',
  'supervisor',
  'co-therapist',
  'trainee',
  'front-desk',
  'progress-staff',
  'auditor',
];

/** Everybody who works in a clinic with this many families. */
export function makeTeam(random: Random, families: number): Team {
  const names = new Set<string>();
  const colleague = (role: StaffRole): Colleague => {
    let name: string;
    do name = `${random.pick(random.chance(0.6) ? WOMEN : MEN)} ${random.pick(SURNAMES)}`;
    while (names.has(name));
    names.add(name);
    return { id: random.id(), name, role };
  };
  const therapists = Array.from({ length: Math.max(2, Math.ceil(families / FAMILIES_OF_ONE)) }, () =>
    colleague('therapist'),
  );
  const others = ONCE.map(colleague);
  return {
    all: [...therapists, ...others],
    therapists,
    coTherapist: only(others, 'co-therapist'),
    trainee: only(others, 'trainee'),
  };
}

/** Accounts, roles and supervision of the team. */
export function writeTeam(
  rows: Rows,
  clinicId: string,
  team: Team,
  today: string,
  clock: ZoneClock,
  random: Random,
): void {
  const startsAt = instant(clock.at(addDays(today, -400), 480));
  const supervisor = only(team.all, 'supervisor');
  for (const { id, name, role } of team.all) {
    rows.account.push({ clinicId, id, surface: 'staff', displayName: name, personId: null, createdAt: startsAt });
    rows.account_role.push({ clinicId, accountId: id, role });
    if (role === 'therapist' || role === 'co-therapist' || role === 'trainee') {
      rows.supervision.push({
        clinicId,
        id: random.id(),
        supervisorAccountId: supervisor.id,
        clinicianAccountId: id,
        startsAt,
      });
    }
  }
}

/** Who of the team gets a sign-in: everybody once, and of the therapists the first two. */
export function peopleOf(
  team: Team,
  domain: string,
  familyOf: (colleague: Colleague) => string | undefined,
): InventedPerson[] {
  const shown = team.all.filter(
    (colleague) => colleague.role !== 'therapist' || team.therapists.indexOf(colleague) < 2,
  );
  return shown.map((colleague) => {
    const { id, name, role } = colleague;
    const family = familyOf(colleague);
    return {
      accountId: id,
      surface: 'staff',
      role,
      name,
      email: emailOf(name, domain),
      ...(family === undefined ? {} : { family }),
    };
  });
}

/** An address that no mail reaches: the domain ends in `.example` (RFC 2606). */
export function emailOf(name: string, domain: string): string {
  return `${nameWords(name).join('.')}@${domain}`;
}

function only(colleagues: readonly Colleague[], role: StaffRole): Colleague {
  const found = colleagues.find((colleague) => colleague.role === role);
  if (!found) throw new RangeError(`The team has no ${role}`);
  return found;
}
