import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import type { Action } from '@kinfold/access/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound, stale, wrongState } from '@kinfold/shared/kernel';
import { Summary } from '../entities';

const GROW = statement(
  'grow-summary',
  `update summary set version = version + 1
   where clinic_id = $1 and id = $2 and state = 'draft' and ($3::int is null or version = $3)
   returning version`,
);

/** A summary that is locked for the rest of the transaction, with the version it has after this change. */
export interface LockedDraft {
  readonly summary: Summary;
  readonly version: number;
}

/** Finds a draft, asks the policy, and takes it: two people who write in one summary follow one another, and nobody writes after its release. */
@Injectable()
export class Draft {
  constructor(private readonly policy: Policy) {}

  /**
   * @param version the version of the summary that is changed, or null where a line's own version is asked
   * @throws DomainError 404 not there or not the actor's, 403 not theirs to write in, 409 no draft any more, 412 changed in the meantime
   */
  async take(tx: Transaction, summaryId: string, action: Action, version: number | null): Promise<LockedDraft> {
    const { clinicId, accountId } = tx.context;
    const summary = await tx.repository(Summary).findOneBy({ clinicId, id: summaryId });
    if (!summary) throw notFound();
    const facts = { own: summary.createdBy === accountId };
    await this.policy.require(tx, { action, resource: 'summary', familyId: summary.familyId, facts });
    if (summary.state !== 'draft')
      throw wrongState('This summary was shared already. Take it back first, then write another.');
    const [grown] = await tx.rows<{ version: number }>(GROW, [clinicId, summaryId, version]);
    if (!grown) throw stale();
    return { summary, version: grown.version };
  }
}
