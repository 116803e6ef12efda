import { createHmac } from 'node:crypto';
import type { InstallationKey } from './key-file';

/**
 * The look-up code of an e-mail address: found again exactly, not read back (CR-07). Case and surrounding blanks do not matter.
 * @returns 32 bytes
 */
export function emailLookup(key: InstallationKey, email: string): Buffer {
  return createHmac('sha256', key.lookup).update(`email\0${email.trim().toLowerCase()}`).digest();
}
