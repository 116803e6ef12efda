import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireMembers } from '@kinfold/families/api';
import { type Context, statement, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound, stale, wrongState } from '@kinfold/shared/kernel';
import { SUMMARY_LIMITS } from '@kinfold/summaries/domain';
import { SummaryLine } from '../entities';
import type { DraftChangedAnswer } from '../staff.answers';
import type { LineRequest } from '../summaries.requests';
import { Draft } from './draft';

const COUNT = statement(
  'count-summary-lines',
  'select count(*)::int as lines from summary_line where clinic_id = $1 and summary_id = $2 and removed_at is null',
);

/** Writes a line of a draft: a new one at the end, or another wording of one that is there. */
@Injectable()
export class WriteLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly draft: Draft,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 not the actor's, or a member of another family; 409 no draft, or too many lines */
  add(context: Context, summaryId: string, request: LineRequest): Promise<DraftChangedAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { summary, version } = await this.draft.take(tx, summaryId, 'update', null);
      const { familyId } = summary;
      const { clinicId } = context;
      const [row] = await tx.rows<{ lines: number }>(COUNT, [clinicId, summaryId]);
      const position = (row?.lines ?? 0) + 1;
      if (position > SUMMARY_LIMITS.lines)
        throw wrongState(`A summary has at most ${SUMMARY_LIMITS.lines} lines. Remove one first.`, 'too_many_lines');
      const id = randomUUID();
      const written = await this.written(tx, familyId, id, request);
      await tx.insert(SummaryLine, { clinicId, id, summaryId, familyId, position, ...written });
      await audit(tx, familyId, summaryId, request);
      return { version, lineId: id, lineVersion: 1 };
    });
  }

  /** @throws DomainError as `add`; 412 when the line was changed in the meantime */
  change(
    context: Context,
    summaryId: string,
    lineId: string,
    lineVersion: number,
    request: LineRequest,
  ): Promise<DraftChangedAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { summary, version } = await this.draft.take(tx, summaryId, 'update', null);
      const { familyId } = summary;
      const { clinicId } = context;
      const lines = tx.repository(SummaryLine);
      const line = await lines.findOneBy({ clinicId, id: lineId, summaryId });
      if (!line || line.removedAt !== null) throw notFound();
      const written = await this.written(tx, familyId, lineId, request);
      const { affected } = await lines.update(
        { clinicId, id: lineId, summaryId, version: lineVersion },
        { ...written, version: lineVersion + 1 },
      );
      if (affected !== 1) throw stale();
      await audit(tx, familyId, summaryId, request);
      return { version, lineId, lineVersion: lineVersion + 1 };
    });
  }

  private async written(
    tx: Transaction,
    familyId: string,
    rowId: string,
    { kind, aboutMemberId, askedAlone, text }: LineRequest,
  ) {
    if (aboutMemberId !== null) await requireMembers(tx, familyId, [aboutMemberId]);
    const place = { table: 'summary_line', column: 'text_sealed', familyId, rowId, memberId: aboutMemberId };
    // Asking alone says nothing of a line about everybody.
    return {
      kind,
      aboutMemberId,
      askedAlone: askedAlone && aboutMemberId !== null,
      textSealed: await this.vault.seal(tx, place, text),
    };
  }
}

function audit(
  tx: Transaction,
  familyId: string,
  objectId: string,
  { kind, aboutMemberId }: LineRequest,
): Promise<void> {
  return tx.audit({ familyId, objectId, subjectIds: aboutMemberId === null ? [] : [aboutMemberId], detail: { kind } });
}
