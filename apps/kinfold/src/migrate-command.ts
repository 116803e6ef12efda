import { readSchemaRecord, writeSchemaRecord } from '@kinfold/shared/api';
import { loadApi } from './api-bundle';
import type { Command } from './command';
import { configuration } from './environment';
import { withDatabase } from './open-database';
import { version } from './version';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'brings the database up to date without starting anything else',
  run: async (_parameters, terminal) => {
    const config = configuration();
    const api = await loadApi();
    const known = api.knownMigrations();
    const ran = await withDatabase(
      config,
      async () => known,
      terminal,
      (urls) => api.migrate(urls.migrator),
    );
    // Without a record this is the first time here; the start that follows makes it, with the key and the demo clinic.
    const record = readSchemaRecord(config.home);
    if (record)
      writeSchemaRecord(config.home, { ...record, migration: known.at(-1) ?? record.migration, version: version() });
    for (const name of ran) terminal.say(name);
    terminal.say(ran.length === 0 ? 'The database was up to date.' : `${ran.length} migrations ran.`);
    return 0;
  },
};
