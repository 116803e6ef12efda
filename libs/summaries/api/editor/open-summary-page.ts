import { Injectable } from '@nestjs/common';
import { decide, Policy } from '@kinfold/access/api';
import type { Action, Facts } from '@kinfold/access/domain';
import { readSessionFacts, type SessionFacts } from '@kinfold/sessions/api';
import { wasThere } from '@kinfold/sessions/domain';
import { type Context, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { missingConsents, readableLines, subjectsOf, type SummaryState, wordsFor } from '@kinfold/summaries/domain';
import { liveConsents, permittedBy } from '../consent-pairs';
import { readLines, type WrittenLine } from '../read-lines';
import type { ReaderAnswer, SummaryDocumentAnswer, SummaryMemberAnswer, SummaryPageAnswer } from '../staff.answers';
import { readReplies } from './read-replies';
import { suggestionsOf } from './suggestions';
import { LIVE_SUMMARY, MEMBERS, NEXT_SESSION } from './summary-page.read-model';

interface LiveSummary {
  readonly id: string;
  readonly state: SummaryState;
  readonly version: number;
  readonly createdBy: string;
  readonly releasedAt: Date | null;
  readonly releasedByName: string | null;
  readonly recipientIds: readonly string[];
}

/** Opens the summary of a session for those who write it: the lines, what each member reads or would read, and what the session offers. */
@Injectable()
export class OpenSummaryPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 for a session that is not there or not the actor's */
  run(context: Context, sessionId: string): Promise<SummaryPageAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const session = await readSessionFacts(tx, this.vault, sessionId);
      const { familyId, familyName } = session;
      await this.policy.require(tx, { action: 'read', resource: 'summary', familyId, class: session.class });
      const members = await this.members(tx, session);
      const [next] = await tx.rows<{ at: Date | null }>(NEXT_SESSION, [context.clinicId, familyId]);
      const summary = await this.summary(tx, session, members);
      await tx.audit({ familyId, objectId: summary?.id ?? sessionId });
      return {
        sessionId,
        familyId,
        familyName,
        day: session.localStart.slice(0, 10),
        sessionKind: session.kind,
        members,
        summary,
        nextSessionAt: next?.at?.toISOString() ?? null,
        suggestions: suggestionsOf(session),
      };
    });
  }

  private async members(tx: Transaction, { familyId, members }: SessionFacts): Promise<SummaryMemberAnswer[]> {
    const there = new Set(members.filter((member) => wasThere(member.attendance)).map((member) => member.id));
    const rows = await tx.rows<Omit<SummaryMemberAnswer, 'tookPart'>>(MEMBERS, [tx.context.clinicId, familyId]);
    return rows.map((member) => ({ ...member, tookPart: there.has(member.id) }));
  }

  private async summary(
    tx: Transaction,
    { id: sessionId, familyId }: SessionFacts,
    members: readonly SummaryMemberAnswer[],
  ): Promise<SummaryDocumentAnswer | null> {
    const [found] = await tx.rows<LiveSummary>(LIVE_SUMMARY, [tx.context.clinicId, sessionId]);
    if (!found) return null;
    const { createdBy, releasedAt, ...summary } = found;
    const lines = await readLines(tx, this.vault, familyId, summary.id);
    const replies = await readReplies(tx, this.vault, familyId, summary.id);
    const facts: Facts = { ...(await this.policy.familyFacts(tx, familyId)), own: createdBy === tx.context.accountId };
    const mayDo = (action: Action, state: SummaryState): boolean =>
      summary.state === state && allows(tx.context, action, facts);
    return {
      ...summary,
      releasedAt: releasedAt?.toISOString() ?? null,
      lines: lines.map(({ frozenSubjectIds: _, ...line }) => ({ ...line, answers: replies.get(line.id) ?? [] })),
      readers: await this.readers(tx, summary.state, lines, members),
      mayWrite: mayDo('update', 'draft'),
      mayShare: mayDo('publish', 'draft'),
      mayWithdraw: mayDo('withdraw', 'released'),
    };
  }

  /** As seen by each member, by the rule of the portal: `ctx.live_consents` decides in both places. */
  private async readers(
    tx: Transaction,
    state: SummaryState,
    written: readonly WrittenLine[],
    members: readonly SummaryMemberAnswer[],
  ): Promise<ReaderAnswer[]> {
    const tookPart = members.filter((member) => member.tookPart).map((member) => member.id);
    const lines = written.map((line) => ({
      id: line.id,
      subjectIds: state === 'draft' ? subjectsOf(line, tookPart) : line.frozenSubjectIds,
    }));
    const current = members.filter((member) => !member.left).map((member) => member.id);
    const pairs = await liveConsents(tx, [...new Set(lines.flatMap((line) => line.subjectIds))], current);
    const permitted = permittedBy(pairs);
    return current.map((memberId) => {
      const lineIds = readableLines(memberId, lines, permitted);
      return {
        memberId,
        lineIds,
        missingMemberIds: missingConsents(memberId, lines, permitted),
        words: wordsFor({ lineIds }, written),
      };
    });
  }
}

/** Whether the policy lets the actor do it; the buttons of the screen follow it, the use cases ask again. */
function allows(context: Context, action: Action, facts: Facts): boolean {
  try {
    decide(context, { action, resource: 'summary' }, facts);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
