import { type Facts, isAssigned } from './facts';
import { type Standing } from './vocabulary';

/** Roles of an account that signs in to the dashboard. */
export const STAFF_ROLES = [
  'admin',
  'supervisor',
  'therapist',
  'co-therapist',
  'trainee',
  'front-desk',
  'progress-staff',
  'auditor',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles of an account that signs in to the family portal. */
export const PORTAL_ROLES = ['person-in-recovery', 'relative', 'minor'] as const;
export type PortalRole = (typeof PORTAL_ROLES)[number];

export const ROLES = [...STAFF_ROLES, ...PORTAL_ROLES] as const;
export type Role = (typeof ROLES)[number];

export type Surface = 'staff' | 'portal';

/** Somebody who is signed in, as far as access is concerned. */
export interface Actor {
  readonly roles: readonly Role[];
  readonly disabled?: boolean;
}

/**
 * The standings a role can ever reach, over all objects. A trainee has no column of its own: with an assignment a
 * trainee acts as co-therapist, whose notes are written and signed by their author and co-signed by the supervisor
 * (NT-08). Break-glass is for fully qualified clinicians (BG-01, BG-03), so a trainee does not reach it.
 */
export const REACHABLE: Readonly<Record<Role, readonly Standing[]>> = {
  admin: ['admin'],
  supervisor: ['supervisor', 'therapist-assigned', 'co-therapist', 'break-glass'],
  therapist: ['therapist-assigned', 'therapist-unassigned', 'co-therapist', 'break-glass'],
  'co-therapist': ['therapist-unassigned', 'co-therapist', 'break-glass'],
  trainee: ['therapist-unassigned', 'co-therapist'],
  'front-desk': ['front-desk'],
  'progress-staff': ['progress-staff'],
  auditor: ['auditor'],
  'person-in-recovery': ['person-in-recovery'],
  relative: ['relative'],
  minor: ['minor'],
};

/** Whether a value is one of the roles. */
export function isRole(value: string): value is Role {
  return Object.hasOwn(REACHABLE, value);
}

/**
 * The surface an account belongs to.
 * @returns nothing when there is no known role or when the roles mix both surfaces: an employee who is a client's
 *   relative uses the portal with a separate account (matrix invariant 6)
 */
export function surfaceOf(roles: readonly string[]): Surface | undefined {
  const known = roles.filter(isRole);
  const portal = known.filter((role) => PORTAL_ROLES.some((other) => other === role));
  if (known.length === 0) return undefined;
  if (portal.length === 0) return 'staff';
  return portal.length === known.length ? 'portal' : undefined;
}

/**
 * Every standing the roles can reach on some object; the coarse question a guard asks.
 * @returns none for unknown roles and for roles of both surfaces at once
 */
export function reachableStandings(roles: readonly string[]): readonly Standing[] {
  if (surfaceOf(roles) === undefined) return [];
  return [...new Set(roles.filter(isRole).flatMap((role) => REACHABLE[role]))];
}

/**
 * The standings an actor has towards one object. A role is evaluated per object (matrix invariant 6): a supervisor who
 * treats the family acts as its therapist there, and is its supervisor as well only while a supervision link to
 * another clinician of that family is live.
 * @param actor the signed-in account; disabled accounts have no standing
 * @param facts what is true between the actor and the object
 */
export function standingsOf(actor: Actor, facts: Facts): readonly Standing[] {
  if (actor.disabled === true || surfaceOf(actor.roles) === undefined) return [];
  return [...new Set(actor.roles.filter(isRole).flatMap((role) => standingsOfRole(role, facts)))];
}

function standingsOfRole(role: Role, facts: Facts): readonly Standing[] {
  switch (role) {
    case 'supervisor':
    case 'therapist':
    case 'co-therapist':
    case 'trainee':
      return clinicianStandings(role, facts).filter((standing) => REACHABLE[role].includes(standing));
    default:
      return REACHABLE[role];
  }
}

function clinicianStandings(role: Role, facts: Facts): readonly Standing[] {
  const standings: Standing[] = [];
  if (isAssigned(facts)) {
    // The role caps the assignment: nobody leads a family's therapy by assignment alone.
    const leads = facts.assigned === 'therapist' && REACHABLE[role].includes('therapist-assigned');
    standings.push(leads ? 'therapist-assigned' : 'co-therapist');
  } else {
    standings.push('therapist-unassigned');
  }
  if (!isAssigned(facts) || facts.supervised === true) standings.push('supervisor');
  if (facts.grantLive === true) standings.push('break-glass');
  return standings;
}
