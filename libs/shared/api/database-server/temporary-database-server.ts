import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresBinaries } from './binaries';
import { ClusterProcess, createCluster } from './cluster';
import { newCredentials } from './credentials';
import { makeSocketDir } from './data-location';
import { databaseUrls, type ServerEndpoint } from './database-address';
import type { DatabaseServer, DatabaseUrls } from './database-server';
import { databaseUser } from './database-user';
import { freePort } from './free-port';
import { prepareDatabase, superuserUrl } from './prepare-database';
import { stopOrphan } from './postmaster';
import { identityOf, isStillRunning } from './process-identity';
import { DATABASE_NAME } from './roles';
import { serverSettings } from './settings';

const PREFIX = 'kinfold-tmp-';

export interface TemporaryDatabaseOptions {
  /** False (the default) gives up safety for speed, which suits tests. Benchmarks measure with true. */
  readonly durable?: boolean;
  /** Settings of PostgreSQL on top of those of the embedded server. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A cluster with roles and an empty database `kinfold` that is deleted when it stops. */
export interface TemporaryDatabaseServer extends DatabaseServer {
  /** For `CREATE DATABASE ... TEMPLATE` and for looking past every policy. */
  readonly superuserUrl: string;
  /** Addresses of the roles for another database of the same cluster. */
  urlsOf(database: string): DatabaseUrls;
  readonly pid: number | undefined;
  readonly dataDir: string;
  /** Sends the main process SIGKILL and starts again on the same data, as after a power cut. */
  crashAndRestart(): Promise<void>;
}

/** Removes what runs that were killed left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (isStillRunning(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')))) continue;
      await stopOrphan(join(folder, 'postgres'));
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being made or removed at this moment.
    }
  }
}

/**
 * Starts a throwaway cluster in the folder for temporary files; it takes about 1.5 s.
 * The caller stops it. If the caller is killed, the next call cleans up.
 */
export async function createTemporaryDatabaseServer(
  options: TemporaryDatabaseOptions = {},
): Promise<TemporaryDatabaseServer> {
  await sweep();
  const user = databaseUser();
  const binaries = await postgresBinaries(user, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identityOf(process.pid)));
  if (user) await chmod(folder, 0o711);
  const server = new TemporaryServer(
    folder,
    { binaries, user, dataDir: join(folder, 'postgres'), logFile: join(folder, 'postgres.log') },
    options,
  );
  try {
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return server;
}

type Location = ConstructorParameters<typeof ClusterProcess>[0];

class TemporaryServer implements TemporaryDatabaseServer {
  readonly dataDir: string;
  private readonly process: ClusterProcess;
  private readonly credentials = newCredentials(0);
  private endpoint: ServerEndpoint | undefined;

  constructor(
    private readonly folder: string,
    private readonly at: Location,
    private readonly options: TemporaryDatabaseOptions,
  ) {
    this.dataDir = at.dataDir;
    this.process = new ClusterProcess(at);
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get urls(): DatabaseUrls {
    return this.urlsOf(DATABASE_NAME);
  }

  get superuserUrl(): string {
    return superuserUrl(this.requireEndpoint(), this.credentials.superuserPassword);
  }

  urlsOf(database: string): DatabaseUrls {
    return databaseUrls(this.requireEndpoint(), this.credentials.passwords, database);
  }

  async start(): Promise<void> {
    if (this.endpoint) return;
    await createCluster(this.at, this.credentials.superuserPassword, this.options.durable ?? false);
    const endpoint = { port: await freePort(), socketDir: makeSocketDir(this.at) };
    await this.run(endpoint);
    this.endpoint = endpoint;
    await prepareDatabase(endpoint, this.credentials.superuserPassword, this.credentials.passwords, DATABASE_NAME);
  }

  async stop(): Promise<void> {
    // Nothing is kept, so nothing needs to be written down in an orderly way.
    await this.process.stop(0);
    this.endpoint = undefined;
    await rm(this.folder, { recursive: true, force: true });
  }

  async crashAndRestart(): Promise<void> {
    const endpoint = this.requireEndpoint();
    if (this.pid) process.kill(this.pid, 'SIGKILL');
    await this.process.stop();
    await this.run(endpoint);
  }

  private run(endpoint: ServerEndpoint): Promise<void> {
    return this.process.start({ ...serverSettings(endpoint, this.options.durable ?? false), ...this.options.settings });
  }

  private requireEndpoint(): ServerEndpoint {
    if (!this.endpoint) throw new Error('The temporary database server is not running.');
    return this.endpoint;
  }
}
