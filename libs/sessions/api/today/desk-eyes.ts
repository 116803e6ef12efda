import type { Context } from '@kinfold/shared/api';

const CLINICIANS = ['therapist', 'co-therapist', 'trainee', 'supervisor'];

/** Whether somebody reads schedules as the desk does: everybody's, by code and without names. A clinician who also helps out there does not. */
export function seesWithDeskEyes({ roles }: Pick<Context, 'roles'>): boolean {
  return roles.includes('front-desk') && !roles.some((role) => CLINICIANS.includes(role));
}
