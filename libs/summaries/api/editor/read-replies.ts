import type { SealedWords, Transaction, Vault } from '@kinfold/shared/api';
import type { LineAnswer } from '@kinfold/summaries/domain';
import type { ReplyAnswer } from '../staff.answers';
import { REPLIES } from './summary-page.read-model';

interface Row {
  readonly id: string;
  readonly lineId: string;
  readonly memberId: string;
  readonly answer: LineAnswer;
  readonly sealed: Buffer | null;
  readonly answeredAt: Date;
}

/** What readers answered, by line. */
export async function readReplies(
  tx: Transaction,
  vault: Vault,
  familyId: string,
  summaryId: string,
): Promise<ReadonlyMap<string, ReplyAnswer[]>> {
  const rows = await tx.rows<Row>(REPLIES, [tx.context.clinicId, summaryId]);
  const withWords = rows.flatMap(({ id, memberId, sealed }) =>
    sealed ? [sealedReply(familyId, id, memberId, sealed)] : [],
  );
  const texts = await vault.open(tx, withWords);
  const wordsOf = new Map(withWords.map(({ rowId }, index) => [rowId, texts[index] ?? null]));
  const replies = new Map<string, ReplyAnswer[]>();
  for (const { id, lineId, memberId, answer, answeredAt } of rows) {
    const reply = { memberId, answer, words: wordsOf.get(id) ?? null, answeredAt: answeredAt.toISOString() };
    replies.set(lineId, [...(replies.get(lineId) ?? []), reply]);
  }
  return replies;
}

/** Where the words of an answer are bound to. */
export function sealedReply(familyId: string, rowId: string, memberId: string, sealed: Uint8Array): SealedWords {
  return { table: 'summary_answer', column: 'words_sealed', familyId, rowId, memberId, sealed };
}
