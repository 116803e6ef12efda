import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { IdAnswer, touchFamily } from '@kinfold/families/api';
import { readSessionFacts, type SessionFacts } from '@kinfold/sessions/api';
import { brokenConstraint, type Context, UnitOfWork, Vault } from '@kinfold/shared/api';
import { wrongState } from '@kinfold/shared/kernel';
import { Summary } from '../entities';

/** Begins the summary of a session. A session has one at a time; after it was taken back there can be another. */
@Injectable()
export class BeginSummary {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 for a session that is not the actor's, 409 not held yet, kept for safety, or begun already */
  async run(context: Context, sessionId: string): Promise<IdAnswer> {
    try {
      return await this.begin(context, sessionId);
    } catch (error) {
      if (brokenConstraint(error) === 'summary_once')
        throw wrongState('Somebody has begun the summary of this session already.', 'summary_exists');
      throw error;
    }
  }

  private begin(context: Context, sessionId: string): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const facts = await readSessionFacts(tx, this.vault, sessionId);
      const { familyId } = facts;
      await this.policy.require(tx, { action: 'create', resource: 'summary', familyId, class: facts.class });
      requireSummarised(facts);
      const { clinicId, accountId } = context;
      const id = randomUUID();
      const aboutDay = facts.localStart.slice(0, 10);
      await tx.insert(Summary, { clinicId, id, familyId, sessionId, aboutDay, state: 'draft', createdBy: accountId });
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id });
      return { id };
    });
  }
}

/** A session kept for safety leaves no trace in the portal, not even an empty one (FC-07). */
function requireSummarised({ status, class: kept }: SessionFacts): void {
  if (status !== 'held' && status !== 'closed')
    throw wrongState('This session was not held yet. Write its summary afterwards.');
  if (kept === 'safety-restricted')
    throw wrongState('This session is kept for safety. Nothing of it is written for the family.');
}
