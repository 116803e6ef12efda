import { Injectable } from '@nestjs/common';
import { assignmentOf, decide } from '@kinfold/access/api';
import { type Context, Sql } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { LIST_CONSENTS } from './list-consents.read-model';

interface Row {
  readonly part: string | null;
  readonly clinical: boolean;
  readonly body: string;
}

/** The consents of one family, as its clinicians see them. */
@Injectable()
export class ListConsents {
  constructor(private readonly sql: Sql) {}

  /**
   * @returns JSON text of a `ConsentListAnswer`
   * @throws DomainError 404 for a family that is not the actor's
   */
  async run(context: Context, familyId: string): Promise<string> {
    const { clinicId, accountId } = context;
    const [row] = await this.sql.rows<Row>(context, LIST_CONSENTS, [clinicId, familyId, accountId], { familyId });
    if (!row) throw notFound();
    const assigned = assignmentOf(row.part);
    decide(context, { action: 'read', resource: 'consent' }, { assigned, supervised: row.clinical && !assigned });
    return row.body;
  }
}
