import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { Database } from '@kinfold/shared/api';
import { knownMigrations } from '../database/migrate';

/** Whether the database answers, has our schema, and lets us write audit rows: without them every request would fail. */
@Injectable()
export class ReadyIndicator {
  constructor(
    private readonly database: Database,
    private readonly health: HealthIndicatorService,
  ) {}

  async check(): Promise<HealthIndicatorResult<'database'>> {
    const indicator = this.health.check('database');
    const ready = await this.database.withClient(async (client) => {
      const { rows } = await client.query<{ name: string; may: boolean }>(
        `select name, has_table_privilege('audit_event', 'insert') as may from migration order by id desc limit 1`,
      );
      return rows[0]?.may === true && rows[0].name === knownMigrations().at(-1);
    });
    return ready ? indicator.up() : indicator.down();
  }
}
