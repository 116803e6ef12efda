import type { FamilyShape, MemberShape } from './shapes';
import type { Bookings, ZoneClock } from './calendar';
import type { WordBook } from './words';

/** Somebody who works in the clinic. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
}

export type StaffRole =
  'admin' | 'supervisor' | 'therapist' | 'co-therapist' | 'trainee' | 'front-desk' | 'progress-staff' | 'auditor';
export type PortalRole = 'person-in-recovery' | 'relative' | 'minor';

/** Somebody invented who gets a sign-in. The password is made where the rows are loaded. */
export interface InventedPerson {
  readonly accountId: string;
  readonly surface: 'staff' | 'portal';
  readonly role: StaffRole | PortalRole;
  readonly name: string;
  readonly email: string;
  /** Display name of their family, or of the family they are assigned to. */
  readonly family?: string;
}

/** What all families of a clinic share while it is being made. */
export interface Scene {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly language: 'en' | 'es';
  readonly words: WordBook;
  readonly clock: ZoneClock;
  /** The clinic's day; history ends before it. */
  readonly today: string;
  readonly bookings: Bookings;
  /** Few details a session: for clinics of thousands of families. */
  readonly lean: boolean;
}

/** A member with the person they are. */
export interface Kin {
  readonly id: string;
  readonly personId: string;
  readonly givenName: string;
  readonly fullName: string;
  readonly nickname: string | null;
  readonly birthDate: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly shape: MemberShape;
}

/** A family with its team. */
export interface Household {
  readonly id: string;
  /** From 0, in the clinic. */
  readonly index: number;
  /** From 0, among the families of its therapist. */
  readonly place: number;
  readonly displayName: string;
  readonly shape: FamilyShape;
  readonly members: readonly Kin[];
  readonly therapist: Colleague;
  readonly coTherapist: Colleague | null;
  readonly startedOn: string;
}

/** The person in recovery, or whom the family is concerned about. */
export function personAtHeart(household: Household): Kin {
  const found = household.members.find(({ shape }) => shape.key === 'self');
  if (!found) throw new RangeError('Every family of the demo has somebody it is about');
  return found;
}
