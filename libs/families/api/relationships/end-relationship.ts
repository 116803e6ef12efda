import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { requireNotInFuture, requireOrder } from '@kinfold/families/domain';
import { clinicDay, type Context, UnitOfWork } from '@kinfold/shared/api';
import { notFound, stale, wrongState } from '@kinfold/shared/kernel';
import { Relationship } from '../entities';
import { touchFamily } from '../family-versions';

/** Ends a relationship. It is kept, with the day it ended. */
@Injectable()
export class EndRelationship {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 already ended, 412 changed in the meantime, 422 a day that cannot be */
  run(context: Context, familyId: string, id: string, version: number, endedOn: string): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'update', resource: 'relationship', familyId });
      const { clinicId } = context;
      const relationship = await tx.repository(Relationship).findOneBy({ clinicId, familyId, id });
      if (!relationship) throw notFound();
      if (relationship.version !== version) throw stale();
      if (relationship.endedOn !== null) throw wrongState('This relationship has ended already.');
      requireNotInFuture('endedOn', endedOn, clinicDay(context));
      requireOrder(relationship.startedOn, endedOn);
      const { affected } = await tx
        .repository(Relationship)
        .update({ clinicId, familyId, id, version }, { endedOn, version: version + 1 });
      if (affected !== 1) throw stale();
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, subjectIds: [relationship.fromMemberId, relationship.toMemberId] });
    });
  }
}
