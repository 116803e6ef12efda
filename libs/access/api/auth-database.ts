import { Pool } from 'pg';

/**
 * The connections of the sign-in role: credentials and sessions, needed before anyone is known. A pool of its own, so that an attack
 * on sign-in cannot starve clinical queries (5.6).
 */
export class AuthDatabase {
  private constructor(readonly pool: Pool) {}

  static open(url: string): AuthDatabase {
    const pool = new Pool({
      connectionString: url,
      min: 2,
      max: 4,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      application_name: 'kinfold-auth',
    });
    // A connection that breaks while nobody uses it is replaced by the next request. Without a listener it would end the process.
    pool.on('error', () => undefined);
    return new AuthDatabase(pool);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
