import {
  CONSENT_LANGUAGES,
  CONSENT_LIMITS,
  type ConsentLanguage,
  PURPOSES,
  type Purpose,
  REVOKED_HOW,
  type RevokedHow,
  SIGNER_RELATIONSHIPS,
  type SignerRelationship,
} from '@kinfold/consent/domain';
import { Day, Id, IdList, One, OneOf, Text } from '@kinfold/shared/api';

export class SecondSignatureRequest {
  @Text({ max: CONSENT_LIMITS.signedBy })
  name!: string;

  @OneOf(SIGNER_RELATIONSHIPS)
  relationship!: SignerRelationship;
}

export class RecordConsentRequest {
  @Id({ description: 'The member whose permission it is' })
  giverMemberId!: string;

  @IdList({ min: 1, max: CONSENT_LIMITS.recipients, description: 'The members who may read, by id' })
  recipientMemberIds!: string[];

  @OneOf(PURPOSES)
  purpose!: Purpose;

  @OneOf(CONSENT_LANGUAGES, { description: 'The language of the text that was signed' })
  language!: ConsentLanguage;

  @Text({ max: CONSENT_LIMITS.signedBy, description: 'The name as it was signed' })
  signedBy!: string;

  @One(() => SecondSignatureRequest, {
    nullable: true,
    description: 'The adult who signed together with a young person',
  })
  alsoSignedBy!: SecondSignatureRequest | null;

  @Day()
  signedOn!: string;

  @Day({ nullable: true, description: 'The first day on which it no longer holds; null for twelve months' })
  expiresOn!: string | null;
}

export class RevokeConsentRequest {
  @OneOf(REVOKED_HOW)
  how!: RevokedHow;
}
