import { runningDatabaseUrls, type Config, type DatabaseUrls } from '@kinfold/shared/api';
import { databaseOf, requireSameMode } from './installation';
import type { Terminal } from './terminal';

/**
 * Lends the database of this configuration to a command: the one that a running Kinfold has open, else it is started for as
 * long as the command takes.
 */
export async function withDatabase<T>(
  config: Config,
  migrations: () => Promise<readonly string[]>,
  terminal: Terminal,
  use: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  requireSameMode(config);
  const running = config.database ? undefined : runningDatabaseUrls(config.home);
  if (running) return use(running);
  const database = databaseOf(config, migrations, terminal);
  await database.start();
  try {
    return await use(database.urls);
  } finally {
    await database.stop();
  }
}
