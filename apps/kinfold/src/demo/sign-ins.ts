import { randomInt } from 'node:crypto';
import { hashPassword } from '@kinfold/access/api';
import { emailLookup, type InstallationKey } from '@kinfold/shared/api';
import type { InventedPerson } from '@kinfold/demo';
import type { Sealer } from './sealer';

/** Somebody who may sign in, with the password that stands nowhere but in the demo file. */
export interface SignIn extends InventedPerson {
  readonly password: string;
}

/** Without letters and digits that are taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four: 79 random bits that can be typed from paper. */
export function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

export function withPassword(person: InventedPerson): SignIn {
  return { ...person, password: newPassword() };
}

/** Rows of the sign-in table for these people. */
export async function credentialRows(
  clinicId: string,
  people: readonly SignIn[],
  key: InstallationKey,
  sealer: Sealer,
): Promise<object[]> {
  return Promise.all(
    people.map(async ({ accountId, surface, email, password }) => ({
      clinicId,
      accountId,
      surface,
      emailLookup: emailLookup(key, email),
      emailSealed: sealer.sealForClinic('credential', 'email_sealed', accountId, email),
      passwordHash: await hashPassword(password),
    })),
  );
}
