import { Injectable } from '@nestjs/common';
import { Disclosure } from '@kinfold/consent/api';
import { NOTICE_VERSION, PURPOSES } from '@kinfold/consent/domain';
import { requireMembers, touchFamily } from '@kinfold/families/api';
import { readSessionFacts } from '@kinfold/sessions/api';
import { wasThere } from '@kinfold/sessions/domain';
import { type Context, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import {
  type AudienceLine,
  readableLines,
  type Reader,
  requireReadable,
  requireReady,
  subjectsOf,
} from '@kinfold/summaries/domain';
import { type ConsentPair, liveConsents, permittedBy } from '../consent-pairs';
import { Draft } from '../draft/draft';
import { Summary, SummaryLineSubject, SummaryRecipient } from '../entities';
import { readLines } from '../read-lines';

/**
 * Shares a summary: from this transaction on its recipients read what they may read. Recipients and subjects are frozen, each disclosure
 * is written down with the consent it rests on (42 CFR 2.31, 2.32, 2.25; FC-03, FC-04). Nothing is copied: what each of them sees is
 * decided again at every read.
 */
@Injectable()
export class ReleaseSummary {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly draft: Draft,
    private readonly vault: Vault,
  ) {}

  /**
   * @param version the version of the summary that was looked at
   * @throws DomainError 404 not the actor's, or a member of another family; 409 not ready, or `consent_missing`; 412 changed since
   */
  run(context: Context, summaryId: string, version: number, recipientIds: readonly string[]): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      const { summary } = await this.draft.take(tx, summaryId, 'publish', version);
      const { familyId, sessionId } = summary;
      await requireMembers(tx, familyId, recipientIds);
      const { members } = await readSessionFacts(tx, this.vault, sessionId);
      const tookPart = members.filter((member) => wasThere(member.attendance)).map((member) => member.id);
      const written = await readLines(tx, this.vault, familyId, summaryId);
      requireReady(written, tookPart);
      const lines = written.map((line) => ({ id: line.id, subjectIds: subjectsOf(line, tookPart) }));
      const subjectIds = [...new Set(lines.flatMap((line) => line.subjectIds))];
      const pairs = await liveConsents(tx, subjectIds, recipientIds);
      const readers = recipientIds.map((memberId) => ({
        memberId,
        lineIds: readableLines(memberId, lines, permittedBy(pairs)),
      }));
      requireReadable(readers, written);
      await this.freeze(tx, summary, lines, recipientIds);
      const made = disclosures(tx, summary, lines, readers, pairs);
      if (made.length > 0) await tx.insert(Disclosure, made);
      await this.release(tx, summaryId);
      await touchFamily(tx, familyId);
      const detail = { recipients: recipientIds.length, notice: NOTICE_VERSION };
      await tx.audit({
        familyId,
        objectId: summaryId,
        subjectIds: [...new Set([...subjectIds, ...recipientIds])],
        detail,
      });
    });
  }

  private async freeze(
    tx: Transaction,
    { clinicId, id: summaryId, familyId }: Summary,
    lines: readonly AudienceLine[],
    recipientIds: readonly string[],
  ): Promise<void> {
    await tx.insert(
      SummaryRecipient,
      recipientIds.map((memberId) => ({ clinicId, summaryId, memberId, familyId })),
    );
    const subjects = lines.flatMap(({ id: lineId, subjectIds }) =>
      subjectIds.map((memberId) => ({ clinicId, lineId, memberId, summaryId, familyId })),
    );
    await tx.insert(SummaryLineSubject, subjects);
  }

  private async release(tx: Transaction, id: string): Promise<void> {
    const { clinicId, accountId } = tx.context;
    await tx
      .repository(Summary)
      .update(
        { clinicId, id, state: 'draft' },
        { state: 'released', releasedBy: accountId, releasedAt: () => 'clock_timestamp()' },
      );
  }
}

/** One row for each subject whose information a recipient now reads (CN-09). One's own information is no disclosure. */
function disclosures(
  tx: Transaction,
  { id: summaryId, familyId }: Summary,
  lines: readonly AudienceLine[],
  readers: readonly Reader[],
  pairs: readonly ConsentPair[],
) {
  const { clinicId, accountId: disclosedBy } = tx.context;
  return readers.flatMap(({ memberId, lineIds }) => {
    const read = lines.filter((line) => lineIds.includes(line.id)).flatMap((line) => line.subjectIds);
    return pairs
      .filter((pair) => pair.recipientId === memberId && read.includes(pair.giverId))
      .map(({ giverId: subjectMemberId, consentId, purpose }) => ({
        clinicId,
        familyId,
        summaryId,
        subjectMemberId,
        recipientMemberId: memberId,
        consentId,
        disclosedBy,
        information: 'family-summary' as const,
        noticeVersion: NOTICE_VERSION,
        purpose: PURPOSES.find((known) => known === purpose) ?? 'family-support',
      }));
  });
}
