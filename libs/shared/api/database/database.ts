import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { availableParallelism } from 'node:os';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { DomainError } from '@kinfold/shared/kernel';
import { SnakeNaming } from './snake-naming';

/** TypeORM's driver keeps its pool in a field that its types leave open; this says what it is. */
interface PoolHolder {
  readonly master: Pool;
}

/** The connections of the application role: TypeORM's data source and the one pool it shares with prepared statements. */
export class Database {
  private constructor(
    readonly dataSource: DataSource,
    private readonly pool: Pool,
  ) {}

  /**
   * Opens the pool: twice the cores, all at once, never idle out, because a new connection has lost its prepared plans.
   * Queries are pipelined: what is sent together travels together.
   */
  static async open(url: string, entities: DataSourceOptions['entities']): Promise<Database> {
    const size = Math.max(4, 2 * availableParallelism());
    const pool: PoolConfig & { pipeline: boolean } = {
      pipeline: true,
      min: size,
      max: size,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
      application_name: 'kinfold',
    };
    const dataSource = await new DataSource({
      type: 'postgres',
      url,
      entities,
      namingStrategy: new SnakeNaming(),
      synchronize: false,
      migrationsRun: false,
      logging: false,
      poolSize: size,
      extra: pool,
    }).initialize();
    const holder: unknown = dataSource.driver;
    if (!isPoolHolder(holder)) throw new Error('The PostgreSQL driver of TypeORM has no pool');
    return new Database(dataSource, holder.master);
  }

  /**
   * Lends a connection for the time of one callback.
   * @throws DomainError `unavailable` when none becomes free within five seconds (RL-06)
   */
  async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch(refuseBusy);
    client.on('error', ignore);
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      broken = isBroken(error);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** The connection behind a query runner of TypeORM, which shares the pool. */
  async connected(runner: QueryRunner): Promise<PoolClient> {
    return runner.connect().catch(refuseBusy);
  }

  /** Opens every connection of the pool, so that the first patient of the day does not wait for it. */
  async warm(): Promise<void> {
    const clients = await Promise.all(Array.from({ length: this.pool.options.max ?? 4 }, () => this.pool.connect()));
    for (const client of clients) client.release();
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}

/** A lent connection that loses its server says so to its query and once more as an event; unheard, the event would end the process. */
function ignore(): void {
  // The query has been told.
}

function refuseBusy(): never {
  throw new DomainError('unavailable', 'busy', 'The server is busy. Nothing was changed; try again in a moment.');
}

function isPoolHolder(driver: unknown): driver is PoolHolder {
  return typeof driver === 'object' && driver !== null && 'master' in driver && driver.master instanceof Pool;
}

/** A connection that lost its server, or was told to go, is thrown away; an error of the statement alone leaves it usable. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  return !('severity' in error) || error.severity !== 'ERROR';
}
