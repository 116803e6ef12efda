import { Injectable } from '@nestjs/common';
import { type Context, statement, type Transaction, UnitOfWork } from '@kinfold/shared/api';
import { invalidField, notFound, stale } from '@kinfold/shared/kernel';
import { SummaryLine } from '../entities';
import type { DraftChangedAnswer } from '../staff.answers';
import { Draft } from './draft';

const CLOSE_GAP = statement(
  'close-gap-of-summary',
  `update summary_line set position = position - 1
   where clinic_id = $1 and summary_id = $2 and removed_at is null and position > $3`,
);
const LINES = statement(
  'lines-of-summary',
  'select id from summary_line where clinic_id = $1 and summary_id = $2 and removed_at is null',
);
const ARRANGE = statement(
  'arrange-summary',
  `update summary_line l set position = wanted.position
   from unnest($3::uuid[]) with ordinality as wanted (id, position)
   where l.clinic_id = $1 and l.summary_id = $2 and l.id = wanted.id and l.removed_at is null`,
);

/** Takes lines out of a draft and puts them in order. */
@Injectable()
export class ArrangeLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly draft: Draft,
  ) {}

  /** @throws DomainError 404 not there, 409 no draft, 412 the line was changed in the meantime */
  takeOut(context: Context, summaryId: string, lineId: string, lineVersion: number): Promise<DraftChangedAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { summary, version } = await this.draft.take(tx, summaryId, 'update', null);
      const { clinicId } = context;
      const lines = tx.repository(SummaryLine);
      const line = await lines.findOneBy({ clinicId, id: lineId, summaryId });
      if (!line || line.removedAt !== null) throw notFound();
      const { affected } = await lines.update(
        { clinicId, id: lineId, summaryId, version: lineVersion },
        { removedAt: () => 'clock_timestamp()', version: lineVersion + 1 },
      );
      if (affected !== 1) throw stale();
      await tx.change(CLOSE_GAP, [clinicId, summaryId, line.position]);
      await tx.audit({ familyId: summary.familyId, objectId: summaryId });
      return { version, lineId: null, lineVersion: null };
    });
  }

  /** @throws DomainError 404 not there, 409 no draft, 412 the summary was changed in the meantime, 422 not exactly its lines */
  order(context: Context, summaryId: string, held: number, lineIds: readonly string[]): Promise<DraftChangedAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { summary, version } = await this.draft.take(tx, summaryId, 'update', held);
      await requireAll(tx, summaryId, lineIds);
      await tx.change(ARRANGE, [context.clinicId, summaryId, lineIds]);
      await tx.audit({ familyId: summary.familyId, objectId: summaryId });
      return { version, lineId: null, lineVersion: null };
    });
  }
}

async function requireAll(tx: Transaction, summaryId: string, lineIds: readonly string[]): Promise<void> {
  const lines = await tx.rows<{ id: string }>(LINES, [tx.context.clinicId, summaryId]);
  if (lines.length !== lineIds.length || !lines.every(({ id }) => lineIds.includes(id))) {
    throw invalidField('lineIds', 'not_these_lines', 'Name every line of the summary, each once.');
  }
}
