import { randomInt } from 'node:crypto';
import { EmbeddedDatabaseServer, readSchemaRecord, writeSchemaRecord, type Config } from '@kinfold/shared/api';
import { loadDemo } from './demo';
import { readDemoFile, signInLines, writeDemoFile } from './demo-file';
import type { KinfoldDatabase } from './installation';
import type { Terminal } from './terminal';

const FAMILIES = 12;

/**
 * Before migrations: when the first start of a demo was cut short, its half-loaded database is thrown away. Nobody can have
 * worked with it, because the clinic is served only after it was loaded to its end.
 */
export async function discardHalfLoaded(config: Config, database: KinfoldDatabase): Promise<void> {
  if (config.mode !== 'demo' || !(database instanceof EmbeddedDatabaseServer) || database.isNew) return;
  if (!readSchemaRecord(config.home)?.demoLoaded) await database.recreateDatabase();
}

/** After migrations: loads the demo clinic when this is its first start, and writes addresses and sign-ins. */
export async function ensureDemoClinic(config: Config, database: KinfoldDatabase, terminal: Terminal): Promise<void> {
  const record = readSchemaRecord(config.home);
  if (record?.demoLoaded) {
    writeDemoFile(config, readDemoFile(config.home)?.people ?? []);
    return;
  }
  terminal.say(`The demo clinic is loaded: ${FAMILIES} invented families with half a year of history.`);
  const { people } = await loadDemo({
    urls: database.urls,
    families: FAMILIES,
    seed: randomInt(1, 2 ** 31),
    keyFile: config.keyFile,
  });
  writeDemoFile(config, people);
  if (record) writeSchemaRecord(config.home, { ...record, demoLoaded: true });
}

/** Says who may be signed in as. */
export function sayDemoSignIns(config: Config, terminal: Terminal): void {
  const people = readDemoFile(config.home)?.people ?? [];
  terminal.say('Demo clinic: everybody in it is invented, and no second factor is asked for. Sign in as:');
  for (const line of signInLines(people)) terminal.say(line);
  terminal.say(`The same list stands in ${config.home}/demo.json. kinfold demo:reset makes a new clinic.`);
}
