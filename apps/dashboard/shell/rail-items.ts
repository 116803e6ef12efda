import { inject } from '@angular/core';
import type { IconName } from '@kinfold/shared/ui';
import { SignedIn } from '@kinfold/shared/web';

/** One place of the rail: where it leads, its word, and whose work it belongs to. */
export interface RailItem {
  readonly path: string;
  readonly words: string;
  readonly icon: IconName;
  /** The keys that lead there. */
  readonly keys: string;
  readonly roles: readonly string[];
}

/** Who opens families. */
const CLINICIANS = ['supervisor', 'therapist', 'co-therapist', 'trainee'];
const WITH_SESSIONS = [...CLINICIANS, 'front-desk'];
const WITH_FAMILIES = [...WITH_SESSIONS, 'progress-staff'];

/** The rail in order. It is a convenience: what a role may read is decided by the server. */
export const RAIL_ITEMS: readonly RailItem[] = [
  { path: '/today', words: 'Today', icon: 'today', keys: 'g t', roles: WITH_SESSIONS },
  { path: '/families', words: 'Families', icon: 'families', keys: 'g f', roles: WITH_FAMILIES },
];

/** The places open to someone with these roles. */
export function railFor(roles: readonly string[]): readonly RailItem[] {
  return RAIL_ITEMS.filter((item) => item.roles.some((role) => roles.includes(role)));
}

/** What the search box is for someone with these roles: clinicians open what they find, the desk reads its code, others work without names. */
export function searchFor(roles: readonly string[]): 'opens' | 'tells' | null {
  if (CLINICIANS.some((role) => roles.includes(role))) return 'opens';
  return roles.includes('front-desk') ? 'tells' : null;
}

/** Where the dashboard begins for whoever is signed in: the first place of their rail. */
export function startOf(): string {
  return railFor(inject(SignedIn).roles())[0]?.path ?? '/start';
}
