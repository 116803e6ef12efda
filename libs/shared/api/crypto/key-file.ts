import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const PREFIX = 'kinfold-key-1:';

/** The key of the installation: it wraps the data keys and makes the look-up codes of e-mail addresses. */
export interface InstallationKey {
  /** 32 bytes that wrap data keys. */
  readonly wrapping: Buffer;
  /** 32 bytes that make blind indexes (CR-07). */
  readonly lookup: Buffer;
  /** Public short form, to tell whether the right key is there. */
  readonly fingerprint: string;
}

/**
 * Makes the key file (mode 0600) when it is not there yet.
 * @returns whether it was made now, so that the start can say once that a lost key is lost notes
 */
export function ensureKeyFile(path: string): boolean {
  if (existsSync(path)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${PREFIX}${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return true;
}

/**
 * Reads the key file.
 * @throws Error that names the path when it is missing or not a key; never repeats its content
 */
export function readKeyFile(path: string): InstallationKey {
  if (!existsSync(path))
    throw new Error(`There is no key file at ${path}. Without it no note can be read; put the copy back.`);
  const text = readFileSync(path, 'utf8').trim();
  const root = text.startsWith(PREFIX) ? Buffer.from(text.slice(PREFIX.length), 'base64url') : Buffer.alloc(0);
  if (root.length !== 32) throw new Error(`The key file at ${path} is damaged. Put the copy back.`);
  return installationKey(root);
}

/** Derives the keys of an installation from 32 random bytes. */
export function installationKey(root: Buffer): InstallationKey {
  const derive = (purpose: string): Buffer => createHash('sha256').update(`kinfold ${purpose}\0`).update(root).digest();
  return {
    wrapping: derive('wrapping'),
    lookup: derive('lookup'),
    fingerprint: derive('fingerprint').toString('hex').slice(0, 16),
  };
}
