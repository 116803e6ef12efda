import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import {
  GIVING_SENTENCES,
  instrumentsToGive,
  type PossibleRespondent,
  refusalToGive,
} from '@kinfold/assessments/domain';
import { type IdAnswer, touchFamily } from '@kinfold/families/api';
import { brokenConstraint, type Context, statement, type Transaction, UnitOfWork } from '@kinfold/shared/api';
import { invalidField, notFound, wrongState } from '@kinfold/shared/kernel';
import type { GiveInstrumentRequest } from '../assessments.requests';
import { Administration } from '../entities';

const RESPONDENT = statement(
  'possible-respondent',
  `select standing, left_on::text as "leftOn", died_on::text as "diedOn" from member where clinic_id = $1 and family_id = $2 and id = $3`,
);

/** Gives an instrument to one member, to be answered on the tablet. From then on the edition is pinned. */
@Injectable()
export class GiveInstrument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /**
   * @throws DomainError 404 for a family or member that is not the actor's, 409 `already_given` while the same instrument waits for the
   *   same member, 422 for an instrument that cannot be given and for a member who is not asked
   */
  async run(context: Context, familyId: string, request: GiveInstrumentRequest): Promise<IdAnswer> {
    try {
      return await this.unitOfWork.run(context, (tx) => this.give(tx, familyId, request));
    } catch (error) {
      if (brokenConstraint(error) !== 'administration_open') throw error;
      throw wrongState(
        'This is waiting for this member already. Open it on the tablet, or take it back first.',
        'already_given',
      );
    }
  }

  private async give(
    tx: Transaction,
    familyId: string,
    { instrument, respondentMemberId, language }: GiveInstrumentRequest,
  ): Promise<IdAnswer> {
    const { clinicId, accountId } = tx.context;
    await this.policy.require(tx, {
      action: 'create',
      resource: 'response',
      familyId,
      class: 'individual-confidential',
    });
    const [member] = await tx.rows<PossibleRespondent>(RESPONDENT, [clinicId, familyId, respondentMemberId]);
    if (!member) throw notFound();
    const definition = instrumentsToGive().find(({ id }) => id === instrument);
    if (!definition)
      throw invalidField('instrument', 'unknown_instrument', 'This cannot be given. Choose one of the list.');
    const refusal = refusalToGive(definition, member);
    if (refusal) throw invalidField('respondentMemberId', refusal, GIVING_SENTENCES[refusal]);
    const id = randomUUID();
    await tx.insert(Administration, {
      clinicId,
      id,
      familyId,
      instrument,
      instrumentVersion: definition.version,
      scoringVersion: definition.scoringVersion,
      respondentMemberId,
      mode: 'tablet',
      language,
      state: 'given',
      givenBy: accountId,
    });
    await touchFamily(tx, familyId);
    await tx.audit({
      familyId,
      objectId: id,
      subjectIds: [respondentMemberId],
      detail: { instrument, edition: definition.version },
    });
    return { id };
  }
}
