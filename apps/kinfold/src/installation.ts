import { existsSync } from 'node:fs';
import {
  ensureKeyFile,
  EmbeddedDatabaseServer,
  ExternalDatabaseServer,
  makeHome,
  readSchemaRecord,
  type Config,
} from '@kinfold/shared/api';
import { CommandError, type Terminal } from './terminal';

export type KinfoldDatabase = EmbeddedDatabaseServer | ExternalDatabaseServer;

/** The database of this configuration: one's own when it is named, else the one that came with Kinfold. */
export function databaseOf(
  config: Config,
  migrations: () => Promise<readonly string[]>,
  terminal: Terminal,
): KinfoldDatabase {
  if (config.database) return new ExternalDatabaseServer(config.database);
  return new EmbeddedDatabaseServer({ home: config.home, migrations, progress: terminal.say });
}

/**
 * A home begun as demo never serves a clinic, nor the other way round.
 * @throws CommandError.
 */
export function requireSameMode(config: Config): void {
  const record = readSchemaRecord(config.home);
  if (!record || record.mode === config.mode) return;
  throw new CommandError(
    `The folder ${config.home} holds a ${record.mode} and this start asks for a ${config.mode}. Use another folder: KINFOLD_HOME=...`,
  );
}

/**
 * Makes the key file at the first start.
 * @throws CommandError when there are data already: a new key would not open them, and would hide that the old one is missing.
 */
export function prepareKey(config: Config, terminal: Terminal): void {
  makeHome(config.home);
  if (readSchemaRecord(config.home) && !existsSync(config.keyFile)) {
    throw new CommandError(
      `The key file ${config.keyFile} is missing. Without it no note can be read. Put the copy back, or name it in KINFOLD_KEY_FILE.`,
    );
  }
  if (!ensureKeyFile(config.keyFile)) return;
  terminal.say(`A key was made: ${config.keyFile}`);
  terminal.say('It opens the notes. Keep a copy in another place: a lost key is lost notes.');
}
