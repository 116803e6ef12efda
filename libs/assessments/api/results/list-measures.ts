import { Injectable } from '@nestjs/common';
import { assignmentOf, decide } from '@kinfold/access/api';
import { type Context, Sql } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { LIST_MEASURES, type ListMeasuresRow } from './list-measures.read-model';

/** The measures of one family in one round trip. Progress staff get totals and dates alone, here and from the database. */
@Injectable()
export class ListMeasures {
  constructor(private readonly sql: Sql) {}

  /**
   * @returns a `MeasuresAnswer` as JSON text
   * @throws DomainError 404 for a family that is not there or not open to the actor
   */
  async run(context: Context, familyId: string): Promise<string> {
    const { clinicId, accountId, roles } = context;
    const values = [clinicId, familyId, accountId, roles.includes('progress-staff')];
    const [row] = await this.sql.rows<ListMeasuresRow>(context, LIST_MEASURES, values, {
      familyId,
      objectId: familyId,
    });
    if (!row) throw notFound();
    const assigned = assignmentOf(row.part);
    const facts = { assigned, supervised: row.clinical && !assigned };
    decide(context, { action: 'read', resource: 'response', class: 'individual-confidential' }, facts);
    return row.body;
  }
}
