import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import type { OpenAdministrationAnswer } from '../assessments.answers';
import { findAdministration } from './find-administration';

/** Opens what was given on the tablet. It says which edition, and nothing of the family: whoever holds the tablet may see it all. */
@Injectable()
export class OpenAdministration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 403 for those who may read it but not give it */
  run(context: Context, id: string): Promise<OpenAdministrationAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { familyId, instrument, instrumentVersion, language, state, respondentMemberId } = await findAdministration(
        tx,
        id,
      );
      await this.policy.require(tx, {
        action: 'create',
        resource: 'response',
        familyId,
        class: 'individual-confidential',
      });
      await tx.audit({ familyId, objectId: id, subjectIds: [respondentMemberId] });
      return { id, familyId, instrument, instrumentVersion, language, state };
    });
  }
}
