import { Injectable } from '@nestjs/common';
import { assignmentOf, decide } from '@kinfold/access/api';
import { type Context, Sql } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { LIST_SUMMARIES } from './list-summaries.read-model';

interface Row {
  readonly part: string | null;
  readonly clinical: boolean;
  readonly body: string;
}

/** The summaries of one family, and the sessions that have none yet. */
@Injectable()
export class ListSummaries {
  constructor(private readonly sql: Sql) {}

  /**
   * @returns JSON text of a `SummaryListAnswer`
   * @throws DomainError 404 for a family that is not the actor's
   */
  async run(context: Context, familyId: string): Promise<string> {
    const { clinicId, accountId } = context;
    const [row] = await this.sql.rows<Row>(context, LIST_SUMMARIES, [clinicId, familyId, accountId], { familyId });
    if (!row) throw notFound();
    const assigned = assignmentOf(row.part);
    decide(context, { action: 'read', resource: 'summary' }, { assigned, supervised: row.clinical && !assigned });
    return row.body;
  }
}
