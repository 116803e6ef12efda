import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { newRolePasswords, type RolePasswords } from './roles';
import { errorCode } from './error-code';

/** What one home remembers about its embedded server. Mode 0600. */
export interface Credentials {
  readonly port: number;
  readonly superuserPassword: string;
  readonly passwords: RolePasswords;
  /** Fingerprint of the roles and grants that were made; absent until that is finished. */
  readonly prepared?: string;
}

const file = (home: string) => join(home, 'database.json');

export function readCredentials(home: string): Credentials | undefined {
  try {
    return JSON.parse(readFileSync(file(home), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole or not at all, and on the disk before the passwords are used: without them the data cannot be opened. */
export function writeCredentials(home: string, credentials: Credentials): void {
  const unfinished = `${file(home)}.new`;
  const handle = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(credentials, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file(home));
}

export function newCredentials(port: number): Credentials {
  return { port, superuserPassword: randomBytes(24).toString('base64url'), passwords: newRolePasswords() };
}
