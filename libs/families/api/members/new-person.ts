import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { nameKey, requireNotInFuture, searchTokens } from '@kinfold/families/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { DomainError, type FieldProblem } from '@kinfold/shared/kernel';
import { Member, NameToken, Person } from '../entities';
import type { NewMemberRequest } from '../families.requests';

const SAME_PERSON = statement(
  'same-person',
  'select id from person where clinic_id = $1 and name_key = $2 and birth_date is not distinct from $3::date limit 1',
);

const KNOWN =
  'Someone with this name and birth date is already here. Look them up, or say that this is another person.';

/** Brings a person into a family: person, member, and the words they are found by. */
@Injectable()
export class NewPerson {
  /**
   * Warns when someone of the same name and birth date is known. Only among the people the actor may know of: a warning about
   * someone else's family would tell that the family is here.
   * @param path where a person stands in the request (`members.0.`, or nothing), so that the warning names everyone it is about
   * @throws DomainError 409 `duplicate_person_warning`, unless someone looked and said it is another person
   */
  async warnOfDuplicates(
    tx: Transaction,
    people: readonly NewMemberRequest[],
    anotherPerson: boolean,
    path: (index: number) => string = () => '',
  ): Promise<void> {
    if (anotherPerson) return;
    const known: FieldProblem[] = [];
    for (const [index, { givenName, familyName, birthDate }] of people.entries()) {
      const found = await tx.rows(SAME_PERSON, [tx.context.clinicId, nameKey(givenName, familyName), birthDate]);
      if (found.length > 0) known.push({ field: `${path(index)}givenName`, code: 'person_known', message: KNOWN });
    }
    if (known.length > 0) throw new DomainError('conflict', 'duplicate_person_warning', KNOWN, known);
  }

  /**
   * @param path where the person stands in the request, as above
   * @returns the id of the member
   */
  async join(tx: Transaction, familyId: string, person: NewMemberRequest, today: string, path = ''): Promise<string> {
    requireNotInFuture(`${path}birthDate`, person.birthDate, today);
    const { clinicId } = tx.context;
    const personId = randomUUID();
    const memberId = randomUUID();
    const { givenName, familyName, nickname, birthDate, safeContact, standing } = person;
    await tx.insert(Person, {
      clinicId,
      id: personId,
      givenName,
      familyName,
      nickname,
      birthDate,
      safeContact,
      nameKey: nameKey(givenName, familyName),
    });
    await tx.insert(Member, { clinicId, id: memberId, familyId, personId, standing, joinedOn: today });
    const tokens = searchTokens([`${givenName} ${familyName}`, ...(nickname ? [nickname] : [])]);
    await tx.insert(
      NameToken,
      tokens.map((token) => ({ clinicId, token, familyId, memberId })),
    );
    return memberId;
  }
}
