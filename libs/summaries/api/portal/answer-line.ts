import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Context, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { SummaryAnswer } from '../entities';
import type { AnswerRequest } from '../summaries.requests';
import { MY_LINE } from './my-summaries.read-model';
import { requireAnswerer } from './reading';

/** Answers a line. Answering again adds an answer; the newest counts. */
@Injectable()
export class AnswerLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 for a line that is not this reader's to read */
  run(context: Context, summaryId: string, lineId: string, { answer, words }: AnswerRequest): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const [line] = await tx.rows<{ familyId: string; memberId: string }>(MY_LINE, [clinicId, summaryId, lineId]);
      if (!line) throw notFound();
      requireAnswerer(context);
      const { familyId, memberId } = line;
      const id = randomUUID();
      const place = { table: 'summary_answer', column: 'words_sealed', familyId, rowId: id, memberId };
      const wordsSealed = words === null ? null : await this.vault.seal(tx, place, words);
      await tx.insert(SummaryAnswer, { clinicId, id, lineId, summaryId, familyId, memberId, answer, wordsSealed });
      await tx.audit({ familyId, objectId: summaryId, subjectIds: [memberId], detail: { answer } });
    });
  }
}
