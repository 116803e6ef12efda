import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseServerError } from './database-server';

/** Bytes that an ordinary user may still write where `path` is, or will be. */
export type FreeBytes = (path: string) => Promise<number>;

/** Room a new cluster needs: about 60 MB for itself, write-ahead log up to 1 GB while a demo clinic is loaded. */
export const NEW_CLUSTER_BYTES = 1024 ** 3;

export const freeBytes: FreeBytes = async (path) => {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    const parent = dirname(path);
    if (parent === path) throw error;
    return freeBytes(parent);
  }
};

const inMegabytes = (bytes: number) => `${Math.floor(bytes / 1024 ** 2).toLocaleString('en-US')} MB`;

/** @throws DatabaseServerError `disk-full`, naming what is needed and what is there. */
export async function requireFreeBytes(path: string, needed: number, purpose: string, free: FreeBytes): Promise<void> {
  const available = await free(path);
  if (available >= needed) return;
  throw new DatabaseServerError(
    'disk-full',
    `Too little disk space ${purpose} in ${path}: ${inMegabytes(needed)} are needed, ${inMegabytes(available)} are free. ` +
      'Make room, or set KINFOLD_HOME to a folder on another disk.',
  );
}
