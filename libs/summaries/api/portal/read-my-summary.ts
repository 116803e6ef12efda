import { Injectable } from '@nestjs/common';
import { NOTICE_VERSION, NOTICES } from '@kinfold/consent/domain';
import { type Context, type SealedWords, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { inReadingOrder, type LineAnswer, type LineKind } from '@kinfold/summaries/domain';
import { sealedReply } from '../editor/read-replies';
import type { MyLineAnswer, MySummaryAnswer } from '../portal.answers';
import { sealedLine } from '../read-lines';
import { ACCOUNT_FOR_READING, MY_LINES, MY_SUMMARY } from './my-summaries.read-model';
import { requireReader } from './reading';

interface Head {
  readonly id: string;
  readonly day: string;
  readonly familyId: string;
  readonly fromName: string;
  readonly language: 'en' | 'es';
}

interface LineRow {
  readonly id: string;
  readonly kind: LineKind;
  readonly aboutMemberId: string | null;
  readonly sealed: Buffer;
  readonly replyId: string | null;
  readonly replyMemberId: string | null;
  readonly answer: LineAnswer | null;
  readonly replySealed: Buffer | null;
}

/** Reads one summary as its reader sees it. Which lines those are the database decides, now. */
@Injectable()
export class ReadMySummary {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 when there is nothing in it for this reader, whatever the reason */
  run(context: Context, summaryId: string): Promise<MySummaryAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const [head] = await tx.rows<Head>(MY_SUMMARY, [context.clinicId, summaryId]);
      if (!head) throw notFound();
      requireReader(context);
      const lines = await this.lines(tx, head);
      if (lines.length === 0) throw notFound();
      await tx.change(ACCOUNT_FOR_READING, [context.clinicId, summaryId, head.familyId, NOTICE_VERSION]);
      await tx.audit({ familyId: head.familyId, objectId: summaryId });
      const { id, day, fromName, language } = head;
      return {
        id,
        day,
        fromName,
        lines,
        notice: NOTICES[NOTICE_VERSION]?.[language] ?? '',
        noticeVersion: NOTICE_VERSION,
      };
    });
  }

  private async lines(tx: Transaction, { id, familyId }: Head): Promise<MyLineAnswer[]> {
    const rows = await tx.rows<LineRow>(MY_LINES, [tx.context.clinicId, id]);
    const texts = await this.vault.open(
      tx,
      rows.map((row) => sealedLine(familyId, row)),
    );
    const replies = rows.flatMap((row) => sealedReplyOf(familyId, row));
    const words = await this.vault.open(tx, replies);
    const wordsOf = new Map(replies.map(({ rowId }, index) => [rowId, words[index] ?? null]));
    const lines = rows.map((row, index) => ({
      id: row.id,
      kind: row.kind,
      text: texts[index] ?? '',
      answer: row.answer === null ? null : { answer: row.answer, words: wordsOf.get(row.replyId ?? '') ?? null },
    }));
    return inReadingOrder(lines).map((line, index) => ({ ...line, number: index + 1 }));
  }
}

function sealedReplyOf(familyId: string, { replyId, replyMemberId, replySealed }: LineRow): SealedWords[] {
  return replyId && replyMemberId && replySealed ? [sealedReply(familyId, replyId, replyMemberId, replySealed)] : [];
}
