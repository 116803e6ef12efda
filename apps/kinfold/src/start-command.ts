import {
  DatabaseServerError,
  EmbeddedDatabaseServer,
  ExternalDatabaseServer,
  readSchemaRecord,
  writeSchemaRecord,
  type Config,
} from '@kinfold/shared/api';
import { loadApi, type ApiBundle, type RunningApi } from './api-bundle';
import type { Command } from './command';
import { discardHalfLoaded, ensureDemoClinic, sayDemoSignIns } from './demo-clinic';
import { configuration } from './environment';
import { databaseOf, prepareKey, requireSameMode, type KinfoldDatabase } from './installation';
import { requireFreePorts } from './ports';
import { listenForStop } from './stop-requests';
import { CommandError, type Terminal } from './terminal';
import { version } from './version';

/** Ctrl-C ends everything within 5 s: requests get three, the database the rest. With a database of its own, requests get 20 s. */
const API_PATIENCE_MS = { embedded: 3_000, external: 20_000 };
const DATABASE_PATIENCE_MS = 1_500;

/** What runs at the moment, so that it can be ended at any point of the start. */
class Running {
  api: RunningApi | undefined;
  database: KinfoldDatabase | undefined;

  async stop(): Promise<void> {
    const { api, database } = this;
    const embedded = database instanceof EmbeddedDatabaseServer;
    if (embedded) database.announceStopping();
    if (api) {
      const patience = new Promise((resolve) =>
        setTimeout(resolve, embedded ? API_PATIENCE_MS.embedded : API_PATIENCE_MS.external).unref(),
      );
      // A request that does not end must not keep the database from ending.
      await Promise.race([api.close().catch(() => undefined), patience]);
    }
    if (embedded) await database.stop(DATABASE_PATIENCE_MS);
  }

  stopAtOnce(): void {
    if (this.database instanceof EmbeddedDatabaseServer) this.database.stopAtOnce();
  }
}

async function migrateAndFill(
  config: Config,
  api: ApiBundle,
  database: KinfoldDatabase,
  terminal: Terminal,
): Promise<void> {
  await discardHalfLoaded(config, database);
  const migration = api.knownMigrations().at(-1) ?? '';
  const before = readSchemaRecord(config.home);
  if (before?.migration !== migration) terminal.say('The database is brought up to date.');
  await api.migrate(database.urls.migrator);
  writeSchemaRecord(config.home, { ...before, mode: config.mode, migration, version: version() });
  if (config.mode === 'demo') await ensureDemoClinic(config, database, terminal);
}

async function reserveHome(config: Config, database: KinfoldDatabase): Promise<void> {
  if (!(database instanceof EmbeddedDatabaseServer)) return;
  await database.reserve().catch((error: unknown) => {
    if (!(error instanceof DatabaseServerError) || error.problem !== 'already-running') throw error;
    const { staff, portal } = config;
    throw new CommandError(
      `${error.message} For example: KINFOLD_HOME=.kinfold-2 PORT=${staff.port + 10} PORTAL_PORT=${portal.port + 10} npm start ` +
        `(ports ${staff.port} and ${portal.port} are those of this start).`,
    );
  });
}

async function bringUp(config: Config, running: Running, terminal: Terminal): Promise<void> {
  requireSameMode(config);
  let loading: Promise<ApiBundle> | undefined;
  const load = () => (loading ??= loadApi());
  const database = databaseOf(config, async () => (await load()).knownMigrations(), terminal);
  running.database = database;
  await reserveHome(config, database);
  await requireFreePorts(config);
  prepareKey(config, terminal);
  // The database starts in a process of its own while this one reads the program.
  const [api] = await Promise.all([load(), database.start()]);
  if (database instanceof ExternalDatabaseServer) for (const warning of database.warnings) terminal.complain(warning);
  await migrateAndFill(config, api, database, terminal);
  running.api = await api.startApi(config, database.urls);
  terminal.say('');
  terminal.say(`Kinfold for staff     ${config.staff.origin}`);
  terminal.say(`Kinfold for families  ${config.portal.origin}`);
  if (config.mode === 'demo') sayDemoSignIns(config, terminal);
  terminal.say('Ctrl-C stops it.');
}

export const startCommand: Command = {
  name: 'start',
  summary: 'starts the database, the API, the dashboard and the portal',
  run: async (_parameters, terminal) => {
    const config = configuration();
    const requests = listenForStop();
    const running = new Running();
    // Registered before anything runs: a second Ctrl-C ends the process whatever it is busy with.
    void requests.second.then(() => {
      running.stopAtOnce();
      process.exit(130);
    });
    try {
      const starting = bringUp(config, running, terminal);
      await Promise.race([starting, requests.first]);
      const reason = await requests.first;
      // Asked to stop in the middle of the start, what is left of it fails on the closed database; nobody needs to know.
      starting.catch(() => undefined);
      terminal.say(
        reason === 'signal' ? 'Kinfold is stopping.' : 'Kinfold is stopping, because what started it has ended.',
      );
    } finally {
      await running.stop();
      requests.release();
    }
    // Connections that browsers keep open would hold the process.
    process.exit(0);
  },
};
