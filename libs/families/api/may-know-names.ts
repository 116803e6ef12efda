import type { Context } from '@kinfold/shared/api';

const ROLES = ['admin', 'supervisor', 'therapist', 'co-therapist', 'trainee', 'front-desk'];

/**
 * Whether names of families may be told to the actor. Progress staff follow a family by its code and status (access matrix, row
 * family); which families at all is decided by row-level security.
 */
export function mayKnowNames(context: Pick<Context, 'roles'>): boolean {
  return context.roles.some((role) => ROLES.includes(role));
}
