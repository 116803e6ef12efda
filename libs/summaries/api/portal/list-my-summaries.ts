import { Injectable } from '@nestjs/common';
import { type Context, Sql } from '@kinfold/shared/api';
import { MY_SUMMARIES } from './my-summaries.read-model';
import { mayReadSummaries } from './reading';

const NONE = '{"items":[]}';

/** What a member of a family may read. An empty list looks the same whatever the reason. */
@Injectable()
export class ListMySummaries {
  constructor(private readonly sql: Sql) {}

  /** @returns JSON text of a `MySummaryListAnswer` */
  async run(context: Context): Promise<string> {
    const body = await this.sql.read(context, MY_SUMMARIES, [context.clinicId]);
    return mayReadSummaries(context) ? (body ?? NONE) : NONE;
  }
}
