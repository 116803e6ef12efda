import {
  FAMILY_LIMITS,
  RELATIONSHIP_KINDS,
  SAFE_CONTACTS,
  SECRETS_POLICIES,
  STANDINGS,
} from '@kinfold/families/domain';
import { Day, Flag, Id, ListOf, OneOf, Text } from '@kinfold/shared/api';

const { displayName, personName } = FAMILY_LIMITS;

export class SearchRequest {
  @Text({ max: 80 })
  text!: string;
}

export class NewMemberRequest {
  @Text({ max: personName })
  givenName!: string;

  @Text({ max: personName })
  familyName!: string;

  @Text({ max: personName, nullable: true })
  nickname!: string | null;

  @Day({ nullable: true })
  birthDate!: string | null;

  @OneOf(STANDINGS)
  standing!: (typeof STANDINGS)[number];

  @OneOf(SAFE_CONTACTS)
  safeContact!: (typeof SAFE_CONTACTS)[number];
}

export class AddMemberRequest extends NewMemberRequest {
  @Flag({ description: 'Someone looked at the warning: this is another person of the same name' })
  anotherPerson!: boolean;
}

export class CreateFamilyRequest {
  @Text({ max: displayName })
  displayName!: string;

  @OneOf(SECRETS_POLICIES)
  secretsPolicy!: (typeof SECRETS_POLICIES)[number];

  @ListOf(NewMemberRequest, { min: 1, max: 20 })
  members!: NewMemberRequest[];

  @Flag({ description: 'Someone looked at the warning: these are other people of the same names' })
  anotherPerson!: boolean;
}

export class AddRelationshipRequest {
  @Id()
  fromMemberId!: string;

  @Id()
  toMemberId!: string;

  @OneOf(RELATIONSHIP_KINDS)
  kind!: (typeof RELATIONSHIP_KINDS)[number];

  @Day({ nullable: true })
  startedOn!: string | null;
}

export class EndRelationshipRequest {
  @Day()
  endedOn!: string;
}
