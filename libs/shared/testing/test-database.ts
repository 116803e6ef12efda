import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type DatabaseUrls, withDatabase } from '@kinfold/shared/api';

/** A migrated database of one's own, on the cluster of the run. */
export interface TestDatabase {
  readonly urls: DatabaseUrls;
  /** Looks past every policy: for arranging and for looking at what was written. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/** Copies the template database; takes some tens of milliseconds. Drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const superuser = process.env['KINFOLD_TEST_SUPERUSER'];
  const urlsText = process.env['KINFOLD_TEST_URLS'];
  if (!superuser || !urlsText) throw new Error('The test cluster is not running: start tests through Jest');
  const urls: DatabaseUrls = JSON.parse(urlsText);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = withDatabase(superuser, 'postgres');
  await onServer(admin, `create database ${name} template kinfold`);
  return {
    urls: {
      app: withDatabase(urls.app, name),
      auth: withDatabase(urls.auth, name),
      migrator: withDatabase(urls.migrator, name),
    },
    superuserUrl: withDatabase(superuser, name),
    drop: () => onServer(admin, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
