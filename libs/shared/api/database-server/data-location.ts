import { mkdirSync, renameSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { substituteFolder } from './binaries';
import { DatabaseServerError, type Progress } from './database-server';
import { canReach, databaseUser, giveTo, type DatabaseUser } from './database-user';

/** Where the data of a home lie, and who runs the server on them. */
export interface DataLocation {
  readonly dataDir: string;
  readonly user: DatabaseUser | undefined;
  /** Whether a cluster is there already. */
  readonly present: boolean;
}

const majorOf = (dataDir: string) =>
  readFile(join(dataDir, 'PG_VERSION'), 'utf8').then(
    (text) => Number.parseInt(text, 10),
    () => undefined,
  );

/** Makes the home: closed to others, but when root makes it the database user may pass through. */
export function makeHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

// Data that an ordinary user made stay that user's, also when root starts the server once.
async function userFor(dataDir: string): Promise<DatabaseUser | undefined> {
  const standard = databaseUser();
  const owner = await stat(dataDir).catch(() => undefined);
  return standard && owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : standard;
}

/**
 * Finds the data folder of a home, or where it will be: `<home>/postgres`, unless the database user cannot reach that.
 * @param knowsPasswords whether the home still has the passwords of its cluster.
 * @throws DatabaseServerError `wrong-version`, `credentials-missing`, `no-database-user`.
 */
export async function locateData(
  home: string,
  major: number,
  knowsPasswords: boolean,
  progress: Progress,
): Promise<DataLocation> {
  const inHome = join(home, 'postgres');
  const elsewhere = join(substituteFolder(home), 'postgres');
  for (const dataDir of [inHome, elsewhere]) {
    const found = await majorOf(dataDir);
    if (found === undefined) continue;
    if (!knowsPasswords && dataDir === elsewhere) {
      // The home was deleted to begin anew, its data stayed behind in the other place.
      const aside = `${elsewhere}.left-${Date.now()}`;
      renameSync(elsewhere, aside);
      progress(`Data of an earlier ${home} were found and set aside in ${aside}.`);
      continue;
    }
    if (!knowsPasswords) {
      throw new DatabaseServerError(
        'credentials-missing',
        `${join(home, 'database.json')} is missing, and without its passwords the data in ${dataDir} cannot be opened. ` +
          'Put the file back from your backup. To begin anew, move the data folder away.',
      );
    }
    if (found !== major) {
      throw new DatabaseServerError(
        'wrong-version',
        `The data in ${dataDir} were made by PostgreSQL ${found}, and this Kinfold brings PostgreSQL ${major}. Start the version of Kinfold that made them; nothing was changed.`,
      );
    }
    return { dataDir, user: await userFor(dataDir), present: true };
  }
  const user = databaseUser();
  if (await canReach(home, user)) return { dataDir: inHome, user, present: false };
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  progress(`The database is kept in ${elsewhere}, because the database user cannot reach ${home}.`);
  return { dataDir: elsewhere, user, present: false };
}

const LONGEST_SOCKET_PATH = 103;

/** Makes the folder of the unix socket beside the data; undefined where the system has none or the path is too long for one. */
export function makeSocketDir(at: Pick<DataLocation, 'dataDir' | 'user'>): string | undefined {
  const folder = join(dirname(at.dataDir), 'run');
  if (process.platform === 'win32' || Buffer.byteLength(join(folder, '.s.PGSQL.32767')) > LONGEST_SOCKET_PATH)
    return undefined;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(folder, at.user);
  return folder;
}
