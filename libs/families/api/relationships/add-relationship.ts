import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { requireNotInFuture, requireTwoMembers } from '@kinfold/families/domain';
import { clinicDay, type Context, UnitOfWork } from '@kinfold/shared/api';
import { touchFamily } from '../family-versions';
import { Relationship } from '../entities';
import type { IdAnswer } from '../families.answers';
import type { AddRelationshipRequest } from '../families.requests';
import { requireMembers } from '../members/require-members';

/** Writes down how two members are related. */
@Injectable()
export class AddRelationship {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 for a family or member that is not the actor's, 422 for days and members that cannot be */
  run(context: Context, familyId: string, request: AddRelationshipRequest): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'create', resource: 'relationship', familyId });
      requireTwoMembers(request.fromMemberId, request.toMemberId);
      requireNotInFuture('startedOn', request.startedOn, clinicDay(context));
      const subjectIds = [request.fromMemberId, request.toMemberId];
      await requireMembers(tx, familyId, subjectIds);
      const id = randomUUID();
      const { fromMemberId, toMemberId, kind, startedOn } = request;
      await tx.insert(Relationship, {
        clinicId: context.clinicId,
        id,
        familyId,
        fromMemberId,
        toMemberId,
        kind,
        startedOn,
      });
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, subjectIds });
      return { id };
    });
  }
}
