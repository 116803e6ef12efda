import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { nameKey, requireNotInFuture, searchTokens } from '@kinfold/families/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { Member, NameToken, Person } from '../entities';
import type { NewMemberRequest } from '../families.requests';

const SAME_PERSON = statement(
  'same-person',
  'select id from person where clinic_id = $1 and name_key = $2 and birth_date is not distinct from $3::date limit 1',
);

/** Brings a person into a family: person, member, and the words they are found by. */
@Injectable()
export class NewPerson {
  /**
   * Warns when someone of the same name and birth date is known. Only among the people the actor may know of: a warning about
   * someone else's family would tell that the family is here.
   * @throws DomainError 409 `duplicate_person_warning`, unless someone looked and said it is another person
   */
  async warnOfDuplicates(tx: Transaction, people: readonly NewMemberRequest[], anotherPerson: boolean): Promise<void> {
    if (anotherPerson) return;
    for (const { givenName, familyName, birthDate } of people) {
      const found = await tx.rows(SAME_PERSON, [tx.context.clinicId, nameKey(givenName, familyName), birthDate]);
      if (found.length > 0) {
        throw new DomainError(
          'conflict',
          'duplicate_person_warning',
          'Someone with this name and birth date is already here. Look them up, or say that this is another person.',
        );
      }
    }
  }

  /** @returns the id of the member */
  async join(tx: Transaction, familyId: string, person: NewMemberRequest, today: string): Promise<string> {
    requireNotInFuture('birthDate', person.birthDate, today);
    const { clinicId } = tx.context;
    const personId = randomUUID();
    const memberId = randomUUID();
    const { givenName, familyName, nickname, birthDate, safeContact, standing } = person;
    await tx.insert(Person, {
      clinicId, id: personId, givenName, familyName, nickname, birthDate, safeContact, nameKey: nameKey(givenName, familyName),
    });
    await tx.insert(Member, { clinicId, id: memberId, familyId, personId, standing, joinedOn: today });
    const tokens = searchTokens([`${givenName} ${familyName}`, ...(nickname ? [nickname] : [])]);
    await tx.insert(NameToken, tokens.map((token) => ({ clinicId, token, familyId, memberId })));
    return memberId;
  }
}
