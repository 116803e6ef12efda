import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readSchemaRecord } from '@kinfold/shared/api';
import { loadApi } from './api-bundle';
import type { Command } from './command';
import { configuration } from './environment';
import { loadDemo } from './demo';
import { withDatabase } from './open-database';
import { CommandError } from './terminal';

const MOST_FAMILIES = 10_000;

function familiesOf(parameters: readonly string[]): number {
  let given: string | undefined;
  try {
    given = parseArgs({ args: [...parameters], options: { families: { type: 'string' } } }).values.families;
  } catch {
    given = undefined;
  }
  const families = Number(given);
  if (given !== undefined && /^\d+$/.test(given) && families >= 1 && families <= MOST_FAMILIES) return families;
  throw new CommandError(`Say how many families: kinfold demo:load --families 1000 (1 to ${MOST_FAMILIES}).`, 2);
}

export const demoLoad: Command = {
  name: 'demo:load',
  parameters: '--families N',
  summary: 'adds a clinic of N invented families to a demo',
  run: async (parameters, terminal) => {
    const families = familiesOf(parameters);
    const config = configuration();
    if (config.mode !== 'demo') throw new CommandError('Invented families belong in a demo only; this is a clinic.');
    if (!readSchemaRecord(config.home)?.demoLoaded)
      throw new CommandError('Start the demo once before adding to it: npm start');
    const api = await loadApi();
    await withDatabase(config, api.knownMigrations(), terminal, async (urls) => {
      terminal.say(`${families} invented families are loaded.`);
      const began = performance.now();
      const { rows } = await loadDemo({ urls, families, seed: randomInt(1, 2 ** 31), keyFile: config.keyFile });
      const seconds = (performance.now() - began) / 1000;
      terminal.say(`${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s.`);
    });
    return 0;
  },
};
