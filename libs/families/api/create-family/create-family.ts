import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decide } from '@kinfold/access/api';
import { familyCode, searchTokens } from '@kinfold/families/domain';
import { clinicDay, type Context, statement, UnitOfWork } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { AssignmentEntity, Family, NameToken } from '../entities';
import type { IdAnswer } from '../families.answers';
import type { CreateFamilyRequest } from '../families.requests';
import { NewPerson } from '../members/new-person';

/** The database keeps for the transaction which families are the actor's; now there is one more. */
const FORGET_FAMILIES = statement('forget-families', 'select ctx.forget_families()');

/** Roles that begin the record of a family. */
const BEGINNERS = ['front-desk', 'therapist'] as const;

/** Begins the record of a family. A therapist who begins one is its therapist from that minute. */
@Injectable()
export class CreateFamily {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly newPerson: NewPerson,
  ) {}

  /** @throws DomainError 409 `duplicate_person_warning` */
  run(context: Context, request: CreateFamilyRequest): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      decide(context, { action: 'create', resource: 'family' }, {});
      // A trainee stands where an unassigned therapist stands in the matrix, but does not begin families.
      if (!BEGINNERS.some((role) => context.roles.includes(role))) throw notFound();
      await this.newPerson.warnOfDuplicates(tx, request.members, request.anotherPerson, pathOf);
      const { clinicId, accountId } = context;
      const id = randomUUID();
      const { displayName, secretsPolicy } = request;
      await tx.insert(Family, {
        clinicId,
        id,
        code: familyCode(fourRandom()),
        displayName,
        status: 'referred',
        secretsPolicy,
        createdBy: accountId,
      });
      if (context.roles.includes('therapist')) {
        await tx.insert(AssignmentEntity, {
          clinicId,
          id: randomUUID(),
          familyId: id,
          accountId,
          part: 'therapist',
          startsAt: () => 'now()',
        });
        await tx.rows(FORGET_FAMILIES, []);
      }
      const tokens = searchTokens([displayName]);
      await tx.insert(
        NameToken,
        tokens.map((token) => ({ clinicId, token, familyId: id, memberId: null })),
      );
      const subjectIds: string[] = [];
      for (const [index, person] of request.members.entries()) {
        subjectIds.push(await this.newPerson.join(tx, id, person, clinicDay(context), pathOf(index)));
      }
      await tx.audit({ familyId: id, objectId: id, subjectIds });
      return { id };
    });
  }
}

const pathOf = (index: number): string => `members.${index}.`;

function fourRandom(): [number, number, number, number] {
  const one = (): number => randomInt(2 ** 32) / 2 ** 32;
  return [one(), one(), one(), one()];
}
