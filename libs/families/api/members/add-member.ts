import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { clinicDay, type Context, UnitOfWork } from '@kinfold/shared/api';
import { touchFamily } from '../family-versions';
import type { IdAnswer } from '../families.answers';
import type { AddMemberRequest } from '../families.requests';
import { NewPerson } from './new-person';

/** Adds a member to a family. */
@Injectable()
export class AddMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly newPerson: NewPerson,
  ) {}

  /** @throws DomainError 404 for a family that is not the actor's, 409 `duplicate_person_warning` */
  run(context: Context, familyId: string, request: AddMemberRequest): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'create', resource: 'member', familyId });
      await this.newPerson.warnOfDuplicates(tx, [request], request.anotherPerson);
      const id = await this.newPerson.join(tx, familyId, request, clinicDay(context));
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, subjectIds: [id] });
      return { id };
    });
  }
}
