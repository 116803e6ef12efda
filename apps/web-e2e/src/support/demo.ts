import { readFileSync } from 'node:fs';

export type Role =
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

export interface Person {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly family?: string;
}

interface DemoFile {
  readonly dashboard: { readonly url: string };
  readonly portal: { readonly url: string };
  readonly people: readonly Person[];
}

/** The demo clinic of the run, as `npm start` wrote it down for people. */
export function demo(): DemoFile {
  const path = process.env['KINFOLD_E2E_DEMO'];
  if (!path) throw new Error('The application of the run was not started');
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The nth person of a role: `person('therapist')` is assigned to the first family, `person('therapist', 1)` is not. */
export function person(role: Role, index = 0): Person {
  const found = demo().people.filter((candidate) => candidate.role === role)[index];
  if (!found) throw new Error(`The demo clinic has no ${role} number ${index}`);
  return found;
}
