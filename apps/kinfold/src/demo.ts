import type { DatabaseUrls } from '@kinfold/shared/api';

/** Roles of the people whose sign-in is told, as in the demo file. */
export type DemoRole =
  | 'admin'
  | 'supervisor'
  | 'therapist'
  | 'co-therapist'
  | 'trainee'
  | 'front-desk'
  | 'progress-staff'
  | 'auditor'
  | 'person-in-recovery'
  | 'relative'
  | 'minor';

/** Somebody invented whom one may sign in as. */
export interface DemoPerson {
  readonly role: DemoRole;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Display name of their family, or of the family they are assigned to. */
  readonly family?: string;
}

export interface DemoRequest {
  readonly urls: DatabaseUrls;
  /** How many families to make, 1 to 10,000. */
  readonly families: number;
  /** The same seed makes the same clinic, but for passwords and the date of today. */
  readonly seed: number;
  /** Key file of the installation: notes are encrypted from the beginning. */
  readonly keyFile: string;
}

export interface LoadedDemo {
  readonly people: readonly DemoPerson[];
  readonly rows: number;
}

/**
 * Makes an invented clinic in a migrated database.
 * @returns nobody while no generator is built in; the start then serves an empty clinic and tries again the next time.
 */
export async function loadDemo(request: DemoRequest): Promise<LoadedDemo> {
  void request;
  return { people: [], rows: 0 };
}
