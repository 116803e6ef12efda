import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';

/** The database was written by a newer Kinfold. */
export class SchemaNewerError extends Error {
  constructor() {
    super(
      'This database was written by a newer version of Kinfold. Start that version; this one would not understand the records.',
    );
    this.name = 'SchemaNewerError';
  }
}

const NAMES = MIGRATIONS.map((migration) => migration.name);

/**
 * Brings the schema up to date, as the migrator role. One process at a time: others wait at an advisory lock.
 * @returns the names of the migrations that ran now
 * @throws SchemaNewerError when the database knows a migration that this program does not
 */
export async function migrate(migratorUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: 2,
    extra: { options: '-c lock_timeout=10s' },
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(7212306)');
    const done = await migrationsIn(source);
    if (done.some((name) => !NAMES.includes(name))) throw new SchemaNewerError();
    const ran = await source.runMigrations();
    // Made by the migrator, owned by a role that nobody can sign in as (OP-02).
    await lock.query('reassign owned by kinfold_migrator to kinfold_owner');
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock(7212306)').catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

/** Names of the migrations this program brings, in order. */
export function knownMigrations(): readonly string[] {
  return NAMES;
}

async function migrationsIn(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migration'))) return [];
    const rows: { name: string }[] = await runner.query('select name from migration order by id');
    return rows.map((row) => row.name);
  } finally {
    await runner.release();
  }
}
