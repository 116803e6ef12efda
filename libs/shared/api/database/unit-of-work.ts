import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity, Repository } from 'typeorm';
import type { AuditFacts, Context } from '../context/context';
import { auditValues } from './audit-values';
import { Database } from './database';
import { enterText } from './enter';
import { APPEND_AUDIT, type Statement } from './statement';

/** SQLSTATE of a serialization failure and of a deadlock: the same work may well succeed when it runs again. */
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01']);
const TRIES = 3;

/** One open transaction of one actor. Repositories and statements come from here and from nowhere else. */
export class Transaction {
  #audited = false;

  constructor(
    readonly context: Context,
    private readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {}

  get audited(): boolean {
    return this.#audited;
  }

  /** The repository of an entity, inside this transaction. Insert and guarded update only; lint refuses the rest. */
  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /**
   * Inserts rows and reads nothing back: a row may be written by someone who may not read it yet, and ids are made by the caller.
   */
  async insert<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    values: QueryDeepPartialEntity<T> | QueryDeepPartialEntity<T>[],
  ): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }

  /** Runs a prepared statement and gives its rows. */
  async rows<T extends QueryResultRow>(run: Statement, values: readonly unknown[]): Promise<T[]> {
    const result = await this.client.query<T>({ ...run, values: [...values] });
    return result.rows;
  }

  /** Runs a prepared statement and says how many rows it touched. */
  async change(run: Statement, values: readonly unknown[]): Promise<number> {
    const result = await this.client.query({ ...run, values: [...values] });
    return result.rowCount ?? 0;
  }

  /** Appends the audit row of the endpoint's event. A unit of work without one does not commit. */
  async audit(facts: AuditFacts): Promise<void> {
    await this.client.query({ ...APPEND_AUDIT, values: [...auditValues(this.context, facts), 'done'] });
    this.#audited = true;
  }
}

/**
 * One request, one transaction: context, work and audit row commit together or not at all (AL-02, RL-05).
 * On a serialization failure or a deadlock the whole callback runs again, so it must do nothing outside the transaction.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly database: Database) {}

  /**
   * @param work gets the transaction; what it returns is returned after COMMIT
   * @throws whatever `work` throws, after ROLLBACK
   */
  async run<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(context, work);
      } catch (error) {
        if (attempt >= TRIES || !WORTH_ANOTHER_TRY.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  private once<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inTransaction(context, async (tx) => {
      const result = await work(tx);
      if (!tx.audited) throw new Error(`The unit of work of ${context.auditEvent} wrote no audit row`);
      return result;
    });
  }

  /** Writes a denial in a transaction of its own, so that it stays although the request was refused (decision 18). */
  async auditDenial(context: Context, facts: AuditFacts): Promise<void> {
    await this.inTransaction(context, (_tx, client) =>
      client.query({ ...APPEND_AUDIT, values: [...auditValues(context, facts), 'denied'] }),
    );
  }

  private async inTransaction<T>(
    context: Context,
    work: (tx: Transaction, client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const text = enterText(context);
    const runner = this.database.dataSource.createQueryRunner();
    try {
      const client: PoolClient = await this.database.connected(runner);
      // BEGIN travels together with the first statement of the work; its outcome is asked for before COMMIT.
      const begun = client.query(text);
      begun.catch(() => undefined);
      try {
        const result = await work(new Transaction(context, runner.manager, client), client);
        await begun;
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** The SQLSTATE of a database error, from the driver's error or from TypeORM's wrapper around it. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error) return sqlState(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The name of the constraint that refused a statement, if one did. */
export function brokenConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error) return brokenConstraint(error.driverError);
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
}
