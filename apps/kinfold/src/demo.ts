import { clinicDay, type DatabaseUrls } from '@kinfold/shared/api';
import { loadClinic } from './demo/load-clinic';
import type { SignIn } from './demo/sign-ins';

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
  /** Families that are all alike, quick to make in thousands; left out, each has its own story. */
  readonly even?: { readonly members: number; readonly sessions: number };
  /** Told now and then: rows so far. */
  readonly progress?: (rows: number) => void;
}

export interface LoadedDemo {
  readonly people: readonly DemoPerson[];
  readonly rows: number;
}

/** Makes an invented clinic in a migrated database, where this computer is: its time zone, its day. */
export async function loadDemo({ urls, families, seed, keyFile, even, progress }: DemoRequest): Promise<LoadedDemo> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = clinicDay({ clinicZone: zone });
  const wishes = { seed, families, today, minute: minuteOfDay(), zone, language: 'en', even } as const;
  const { people, rows } = await loadClinic({ migratorUrl: urls.migrator, keyFile, wishes, progress });
  return { people: people.map(demoPerson), rows };
}

function minuteOfDay(now = new Date()): number {
  return now.getHours() * 60 + now.getMinutes();
}

function demoPerson({ role, name, email, password, family }: SignIn): DemoPerson {
  return { role, name, email, password, ...(family === undefined ? {} : { family }) };
}
