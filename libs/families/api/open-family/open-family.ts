import { Injectable } from '@nestjs/common';
import { assignmentOf, decide } from '@kinfold/access/api';
import { clinicDay, type Context, DataKeys, open, Sql } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { OPEN_FAMILY, type OpenFamilyRow, type SealedDecision } from './open-family.read-model';

/** The page as JSON text with its entity tag; `body` is null when the client holds this tag already. */
export interface OpenedFamily {
  readonly tag: string;
  readonly body: string | null;
}

/** Opens one family in one round trip. */
@Injectable()
export class OpenFamily {
  constructor(
    private readonly sql: Sql,
    private readonly keys: DataKeys,
  ) {}

  /**
   * @param held the entity tag that the client still holds, or null
   * @throws DomainError 404 when it is not there or not open to the actor
   */
  async run(context: Context, familyId: string, held: string | null): Promise<OpenedFamily> {
    const { clinicId, accountId, roles } = context;
    const today = clinicDay(context);
    const values = [clinicId, familyId, accountId, roles.join(' '), today, held];
    const [row] = await this.sql.rows<OpenFamilyRow>(context, OPEN_FAMILY, values, { familyId, objectId: familyId });
    if (!row) throw notFound();
    const assigned = assignmentOf(row.part);
    decide(context, { action: 'read', resource: 'family' }, { assigned, supervised: row.clinical && !assigned });
    if (row.body === null) return { tag: row.tag, body: null };
    const decisions = (row.decisions ?? []).map((decision) => this.opened(clinicId, familyId, decision));
    return { tag: row.tag, body: `${row.body.slice(0, -1)},"decisions":${JSON.stringify(decisions)}}` };
  }

  private opened(
    clinicId: string,
    familyId: string,
    { id, memberId, at, sealed, compartment, wrapped }: SealedDecision,
  ) {
    const key = this.keys.brought(clinicId, compartment, wrapped);
    const place = { table: 'moment', column: 'words_sealed', clinicId, familyId, rowId: id };
    return { id, memberId, at, words: open(key, place, Buffer.from(sealed, 'base64')) };
  }
}
