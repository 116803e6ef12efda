import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseServerError } from './database-server';

/** The system account that PostgreSQL runs as: somebody else than us only when we are root, which PostgreSQL refuses. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const ACCOUNT = 'postgres';

function lookUp(): DatabaseUser | undefined {
  try {
    const id = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, ACCOUNT], { encoding: 'utf8', stdio: 'pipe' }), 10);
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

// Debian and Fedora have useradd; Alpine has only the adduser of BusyBox.
const WAYS_TO_ADD: readonly (readonly [command: string, ...parameters: string[]])[] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT],
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', ACCOUNT],
];

/**
 * The account for the database server; undefined when the server runs as ourselves. As root, the account `postgres` is used
 * and made when it is missing.
 * @throws DatabaseServerError `no-database-user`.
 */
export function databaseUser(): DatabaseUser | undefined {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined;
  const present = lookUp();
  if (present) return present;
  for (const [command, ...parameters] of WAYS_TO_ADD) {
    try {
      execFileSync(command, parameters, { stdio: 'pipe' });
    } catch {
      continue;
    }
    const made = lookUp();
    if (made) return made;
  }
  throw new DatabaseServerError(
    'no-database-user',
    'PostgreSQL refuses to run as root, and the system account "postgres" is missing and could not be made. ' +
      'Add it (for example: useradd --system postgres), start Kinfold as an ordinary user, or set DATABASE_URL.',
  );
}

/** Hands a file or folder to the database user; does nothing when that is ourselves. */
export function giveTo(path: string, user: DatabaseUser | undefined): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** Whether the user may pass through every folder above `path` and through `path` itself, as far as it exists. */
export async function canReach(path: string, user: DatabaseUser | undefined): Promise<boolean> {
  if (!user) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found) {
      const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
      if (((found.mode >> shift) & 1) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
