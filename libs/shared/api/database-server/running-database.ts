import { resolve } from 'node:path';
import { readCredentials } from './credentials';
import { databaseUrls } from './database-address';
import type { DatabaseUrls } from './database-server';
import { HomeLock } from './home-lock';
import { DATABASE_NAME } from './roles';

/**
 * Addresses of the embedded database that another process runs for this home at the moment, over TCP;
 * undefined when none runs.
 */
export function runningDatabaseUrls(home: string): DatabaseUrls | undefined {
  const folder = resolve(home);
  const credentials = readCredentials(folder);
  if (!credentials || !HomeLock.holderOf(folder)) return undefined;
  return databaseUrls({ port: credentials.port }, credentials.passwords, DATABASE_NAME);
}
