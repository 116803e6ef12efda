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

const WITH_FAMILIES = ['supervisor', 'therapist', 'co-therapist', 'trainee', 'front-desk'];

/** The rail in order. It is a convenience: what a role may read is decided by the server. */
export const RAIL_ITEMS: readonly RailItem[] = [
  { path: '/today', words: 'Today', icon: 'today', keys: 'g t', roles: WITH_FAMILIES },
  { path: '/families', words: 'Families', icon: 'families', keys: 'g f', roles: WITH_FAMILIES },
];

/** The places open to someone with these roles. */
export function railFor(roles: readonly string[]): readonly RailItem[] {
  return RAIL_ITEMS.filter((item) => item.roles.some((role) => roles.includes(role)));
}

/** Where the dashboard begins for whoever is signed in: the first place of their rail. */
export function startOf(): string {
  return railFor(inject(SignedIn).roles())[0]?.path ?? '/start';
}
