import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { notFound, stale, wrongState } from '@kinfold/shared/kernel';
import { Administration } from '../entities';
import { findAdministration } from './find-administration';

/** Takes back what was given and is not answered yet. Answers are never taken back here: they are part of the record. */
@Injectable()
export class WithdrawAdministration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 answered or taken back already, 412 changed in the meantime */
  run(context: Context, familyId: string, id: string, version: number): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      // Whoever may give it may take it back; the matrix has no other word for that on this row.
      await this.policy.require(tx, {
        action: 'create',
        resource: 'response',
        familyId,
        class: 'individual-confidential',
      });
      const found = await findAdministration(tx, id);
      if (found.familyId !== familyId) throw notFound();
      if (found.state !== 'given')
        throw wrongState('This was answered or taken back already. Load it again to see where it stands.');
      if (found.version !== version) throw stale();
      const { clinicId } = context;
      const { affected } = await tx
        .repository(Administration)
        .update({ clinicId, familyId, id, version, state: 'given' }, { state: 'withdrawn', version: version + 1 });
      if (affected !== 1) throw stale();
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, subjectIds: [found.respondentMemberId] });
    });
  }
}
