import { constants } from 'node:fs';
import { chmod, chown, copyFile, lstat, mkdir, readdir, readlink, rename, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { requireFreeBytes, type FreeBytes } from './free-disk';

const KEPT_COPIES = 2;
const SPARE_BYTES = 200 * 1024 ** 2;

async function folderBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? await folderBytes(path) : (await lstat(path)).size;
  }
  return bytes;
}

async function copyFolder(from: string, to: string): Promise<void> {
  const source = await lstat(from);
  await mkdir(to, { mode: source.mode & 0o777 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    const copy = join(to, entry.name);
    if (entry.isDirectory()) await copyFolder(path, copy);
    else if (entry.isSymbolicLink()) await symlink(await readlink(path), copy);
    else if (entry.isFile()) {
      const { uid, gid, mode, atime, mtime } = await lstat(path);
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      // Root copies for the database user: PostgreSQL refuses files that are not its own.
      await chown(copy, uid, gid);
      await chmod(copy, mode & 0o777);
      await utimes(copy, atime, mtime);
    }
  }
  await chown(to, source.uid, source.gid);
}

/**
 * Copies the data folder of a stopped cluster to `copiesDir`, under a name made of the moment and the schema it holds, and
 * keeps the last two copies. A copy that was interrupted is never taken for a whole one.
 * @returns the folder of the copy.
 * @throws DatabaseServerError `disk-full`.
 */
export async function copyCluster(
  dataDir: string,
  copiesDir: string,
  schema: string,
  free: FreeBytes,
): Promise<string> {
  await mkdir(copiesDir, { recursive: true, mode: 0o700 });
  const needed = (await folderBytes(dataDir)) + SPARE_BYTES;
  await requireFreeBytes(copiesDir, needed, 'for the copy that is made before the database is changed', free);
  for (const name of await readdir(copiesDir)) {
    if (name.endsWith('.unfinished')) await rm(join(copiesDir, name), { recursive: true, force: true });
  }
  const moment = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const copy = join(copiesDir, `${moment}-${schema.replaceAll(/[^\w-]/g, '_')}`);
  await copyFolder(dataDir, `${copy}.unfinished`);
  await rename(`${copy}.unfinished`, copy);
  const copies = (await readdir(copiesDir)).sort();
  for (const old of copies.slice(0, -KEPT_COPIES)) await rm(join(copiesDir, old), { recursive: true, force: true });
  return copy;
}
