import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { postgresBinaries } from './binaries';
import { checkServerSettings, EMBEDDED_EXPECTATION } from './check-server';
import { ClusterProcess, createCluster, type ClusterLocation } from './cluster';
import { copyCluster } from './cluster-copy';
import { newCredentials, readCredentials, writeCredentials, type Credentials } from './credentials';
import { locateData, makeHome, makeSocketDir } from './data-location';
import { databaseUrls, type ServerEndpoint } from './database-address';
import { DatabaseServerError, type DatabaseServer, type DatabaseUrls, type Progress } from './database-server';
import { databaseUser } from './database-user';
import { freeBytes, NEW_CLUSTER_BYTES, requireFreeBytes, type FreeBytes } from './free-disk';
import { freePort } from './free-port';
import { HomeLock } from './home-lock';
import { prepareDatabase, superuserUrl, withClient } from './prepare-database';
import { stopOrphan } from './postmaster';
import { DATABASE_NAME, rolesFingerprint } from './roles';
import { readSchemaRecord, willMigrate } from './schema-record';
import { serverSettings } from './settings';

export interface EmbeddedDatabaseOptions {
  /** The folder of `KINFOLD_HOME`. */
  readonly home: string;
  /**
   * Names of the application's migrations, oldest first: data that an older version left are copied before the start. Asked for
   * only when there are data, so that the program that knows them can be loaded meanwhile.
   */
  readonly migrations?: () => Promise<readonly string[]>;
  readonly progress?: Progress;
  readonly freeBytes?: FreeBytes;
}

interface Running {
  readonly endpoint: ServerEndpoint;
  readonly credentials: Credentials;
}

/** PostgreSQL from the packages, with its data in the home folder. One at a time per home. */
export class EmbeddedDatabaseServer implements DatabaseServer {
  readonly home: string;
  private readonly lock: HomeLock;
  private readonly progress: Progress;
  private readonly free: FreeBytes;
  /** Set before it is started, so that a stop in the middle of the start ends it too. */
  private cluster: ClusterProcess | undefined;
  private running: Running | undefined;
  private made = false;

  constructor(private readonly options: EmbeddedDatabaseOptions) {
    this.home = resolve(options.home);
    this.lock = new HomeLock(this.home);
    this.progress = options.progress ?? (() => undefined);
    this.free = options.freeBytes ?? freeBytes;
  }

  get urls(): DatabaseUrls {
    const { endpoint, credentials } = this.requireRunning();
    return databaseUrls(endpoint, credentials.passwords, DATABASE_NAME);
  }

  /** Main process of the server while it runs. */
  get pid(): number | undefined {
    return this.cluster?.pid;
  }

  /** Whether `start` made a new cluster instead of opening one. */
  get isNew(): boolean {
    return this.made;
  }

  /**
   * Takes the home for this process, before anything else is looked at; `start` does it too.
   * @throws DatabaseServerError `already-running`.
   */
  async reserve(): Promise<void> {
    makeHome(this.home);
    await this.lock.acquire();
  }

  async start(): Promise<void> {
    if (this.running) return;
    await this.reserve();
    try {
      await this.startLocked();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** @param patience milliseconds for an orderly end; after that the server ends at once and recovers at the next start. */
  async stop(patience?: number): Promise<void> {
    this.announceStopping();
    await this.cluster?.stop(patience);
    this.cluster = undefined;
    this.running = undefined;
    this.lock.release();
  }

  /** Lets a start that follows wait for this one to end instead of refusing. */
  announceStopping(): void {
    this.lock.announceStopping();
  }

  /** For the moment before the process is ended by force; nothing acknowledged is lost. */
  stopAtOnce(): void {
    this.cluster?.stopAtOnce();
    this.lock.release();
  }

  /** Throws the database away and makes an empty one. For a demo clinic whose loading was interrupted. */
  async recreateDatabase(): Promise<void> {
    const { endpoint, credentials } = this.requireRunning();
    await withClient(superuserUrl(endpoint, credentials.superuserPassword), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${DATABASE_NAME} WITH (FORCE)`),
    );
    await prepareDatabase(endpoint, credentials.superuserPassword, credentials.passwords, DATABASE_NAME);
  }

  /**
   * Deletes the data of a home that is not running, wherever they lie; its passwords stay.
   * @throws DatabaseServerError `already-running`.
   */
  async deleteData(): Promise<void> {
    await this.reserve();
    try {
      const { dataDir } = await locateData(
        this.home,
        EMBEDDED_EXPECTATION.majors[0],
        readCredentials(this.home) !== undefined,
        this.progress,
      );
      await stopOrphan(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    } finally {
      this.lock.release();
    }
  }

  private async startLocked(): Promise<void> {
    const binaries = await postgresBinaries(databaseUser(), this.progress);
    const known = readCredentials(this.home);
    const data = await locateData(this.home, binaries.major, known !== undefined, this.progress);
    const at: ClusterLocation = {
      binaries,
      user: data.user,
      dataDir: data.dataDir,
      logFile: join(this.home, 'postgres.log'),
    };
    if (data.present) await this.readyExisting(data.dataDir);
    let credentials = known ?? newCredentials(await freePort());
    if (!data.present) {
      await requireFreeBytes(dirname(data.dataDir), NEW_CLUSTER_BYTES, 'for a new database', this.free);
      this.progress('A new database is set up.');
      credentials = { ...credentials, prepared: undefined };
      writeCredentials(this.home, credentials);
      await createCluster(at, credentials.superuserPassword, true);
    }
    this.made = !data.present;
    const endpoint = { port: await freePort(credentials.port), socketDir: makeSocketDir(data) };
    this.cluster = new ClusterProcess(at);
    await this.cluster.start(serverSettings(endpoint, true));
    this.running = { endpoint, credentials };
    await this.prepare(endpoint, credentials);
    await withClient(this.urls.app, (client) => checkServerSettings(client, EMBEDDED_EXPECTATION));
  }

  private async readyExisting(dataDir: string): Promise<void> {
    if (await stopOrphan(dataDir)) this.progress('The database of an earlier run was still running and was stopped.');
    const record = readSchemaRecord(this.home);
    if (!record || !willMigrate(record, (await this.options.migrations?.()) ?? [])) return;
    this.progress('The data are copied before the database is changed.');
    const copy = await copyCluster(dataDir, join(dirname(dataDir), 'copies'), record.migration, this.free);
    this.progress(`The copy is in ${copy}.`);
  }

  private async prepare(endpoint: ServerEndpoint, credentials: Credentials): Promise<void> {
    const prepared = rolesFingerprint();
    if (credentials.prepared !== prepared) {
      await prepareDatabase(endpoint, credentials.superuserPassword, credentials.passwords, DATABASE_NAME);
    }
    if (credentials.prepared !== prepared || credentials.port !== endpoint.port) {
      writeCredentials(this.home, { ...credentials, port: endpoint.port, prepared });
    }
  }

  private requireRunning(): Running {
    if (!this.running) throw new DatabaseServerError('not-started', 'The database server is not running.');
    return this.running;
  }
}
