import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readSchemaRecord } from '@kinfold/shared/api';
import { loadApi } from './api-bundle';
import type { Command } from './command';
import { configuration } from './environment';
import { loadDemo } from './demo';
import { signInLines } from './demo-file';
import { withDatabase } from './open-database';
import { CommandError } from './terminal';

const MOST_FAMILIES = 10_000;
/** Up to here every family gets a history of its own; beyond, families are alike, so that thousands are quick. */
const OWN_STORIES = 60;
const EVEN = { members: 5, sessions: 20 } as const;
/** A line now and then: a large load takes longer than a person waits in silence. */
const ROWS_A_LINE = 100_000;

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
    await withDatabase(
      config,
      async () => api.knownMigrations(),
      terminal,
      async (urls) => {
        terminal.say(`${families} invented families are loaded.`);
        const began = performance.now();
        let told = 0;
        const { rows, people } = await loadDemo({
          urls,
          families,
          seed: randomInt(1, 2 ** 31),
          keyFile: config.keyFile,
          even: families > OWN_STORIES ? EVEN : undefined,
          progress: (count) => {
            if (count - told < ROWS_A_LINE) return;
            told = count;
            terminal.say(`${count} rows so far.`);
          },
        });
        const seconds = (performance.now() - began) / 1000;
        terminal.say(`${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s.`);
        terminal.say('It is a clinic of its own. These passwords stand nowhere else:');
        for (const line of signInLines(people)) terminal.say(line);
      },
    );
    return 0;
  },
};
