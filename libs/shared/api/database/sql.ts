import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { AuditFacts, Context } from '../context/context';
import { auditValues } from './audit-values';
import { Database } from './database';
import { enterText } from './enter';
import type { Statement } from './statement';

/**
 * Runs the reads that fill a screen: one prepared statement in one round trip, with its audit row inside, under row-level security.
 * BEGIN with the context, the statement and COMMIT are sent together; the server answers them in order.
 */
@Injectable()
export class Sql {
  constructor(private readonly database: Database) {}

  /**
   * Runs an audited read (see `audited`).
   * @returns the column `body` as PostgreSQL wrote it, or null when there is nothing, or nothing for this actor
   */
  async read(
    context: Context,
    read: Statement,
    values: readonly unknown[],
    facts: AuditFacts = {},
  ): Promise<string | null> {
    const [row] = await this.rows<{ body: string | null }>(context, read, values, facts);
    return row?.body ?? null;
  }

  /** As `read`, for reads that carry more columns than the body, such as sealed texts that are opened in the application. */
  rows<T extends QueryResultRow>(
    context: Context,
    read: Statement,
    values: readonly unknown[],
    facts: AuditFacts = {},
  ): Promise<T[]> {
    // Only the audit row is written here: losing the last one in a crash loses no clinical fact (performance.md 7).
    return this.run<T>(`${enterText(context)}; SET LOCAL synchronous_commit = off`, read, [
      ...values,
      ...auditValues(context, facts),
    ]);
  }

  /**
   * Runs one data-modifying statement that writes its own audit row (see `audited`), durably, in one round trip.
   * @returns the rows it gives back; none means that nothing was changed and nothing was audited
   */
  write<T extends QueryResultRow>(
    context: Context,
    write: Statement,
    values: readonly unknown[],
    facts: AuditFacts = {},
  ): Promise<T[]> {
    return this.run<T>(enterText(context), write, [...values, ...auditValues(context, facts)]);
  }

  private run<T extends QueryResultRow>(enter: string, { name, text }: Statement, values: unknown[]): Promise<T[]> {
    return this.database.withClient(async (client) => {
      // The three leave in one write: fewer system calls here, one wake-up of the server there; a fifth of the cost of the round trip.
      const { stream } = client.connection;
      stream.cork();
      process.nextTick(() => stream.uncork());
      const begun = client.query(enter);
      const answered = client.query<T>({ name, text, values });
      const committed = client.query('COMMIT');
      const [begin, answer, commit] = await Promise.allSettled([begun, answered, committed]);
      if (begin.status === 'rejected') throw begin.reason;
      if (answer.status === 'rejected') throw answer.reason;
      if (commit.status === 'rejected') throw commit.reason;
      return answer.value.rows;
    });
  }
}
