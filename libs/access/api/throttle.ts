import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@kinfold/shared/kernel';
import { AuthDatabase } from './auth-database';

/**
 * Counts failed sign-ins per account and per address, in PostgreSQL, so that all processes count together (AU-05). Ten wrong
 * passwords for one account, or fifty from one address, within fifteen minutes; then everyone waits, with the same words.
 */
@Injectable()
export class Throttle {
  private readonly account: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(database: AuthDatabase) {
    const shared = {
      storeClient: database.pool,
      tableName: 'rate_limit',
      tableCreated: true,
      duration: 15 * 60,
      clearExpiredByTimeout: false,
    };
    this.account = new RateLimiterPostgres({ ...shared, keyPrefix: 'account', points: 10 });
    this.address = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: 50 });
  }

  /**
   * Counts one try before it is made, so that parallel tries count too.
   * @throws DomainError 429
   */
  async count(accountKey: string, address: string): Promise<void> {
    // Both are waited for: a count that came in after the answer would be one nobody made.
    for (const counted of await Promise.allSettled([this.account.consume(accountKey), this.address.consume(address)])) {
      if (counted.status === 'fulfilled') continue;
      if (!(counted.reason instanceof RateLimiterRes)) throw counted.reason;
      throw new DomainError(
        'too-many',
        'too_many_attempts',
        'Too many attempts. Wait a quarter of an hour, then try again.',
      );
    }
  }

  /** A right password clears what wrong ones counted for the account, and takes back this one try from the address. */
  async forgive(accountKey: string, address: string): Promise<void> {
    await Promise.all([this.account.delete(accountKey), this.address.reward(address)]);
  }
}
