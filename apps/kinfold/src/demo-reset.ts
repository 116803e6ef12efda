import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedDatabaseServer, readSchemaRecord } from '@kinfold/shared/api';
import type { Command } from './command';
import { configuration } from './environment';
import { CommandError } from './terminal';

export const demoReset: Command = {
  name: 'demo:reset',
  summary: 'deletes the demo clinic; the next start makes a new one with new passwords',
  run: async (_parameters, terminal) => {
    const config = configuration();
    if (config.mode !== 'demo' || config.database)
      throw new CommandError('Only a demo on the database that came with Kinfold can be deleted this way.');
    const mode = readSchemaRecord(config.home)?.mode;
    if (mode && mode !== 'demo')
      throw new CommandError(`The folder ${config.home} holds a clinic. Nothing was deleted.`);
    await new EmbeddedDatabaseServer({ home: config.home, progress: terminal.say }).deleteData();
    for (const name of ['schema.json', 'demo.json']) rmSync(join(config.home, name), { force: true });
    terminal.say('The demo clinic is gone. npm start makes a new one.');
    return 0;
  },
};
