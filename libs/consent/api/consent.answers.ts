import {
  CONSENT_LANGUAGES,
  type ConsentLanguage,
  CONSENT_STATES,
  type ConsentState,
  INFORMATION,
  type Information,
  type Purpose,
  PURPOSES,
  SIGNED_HOW,
  type SignedHow,
} from '@kinfold/consent/domain';
import { Day, Flag, Id, IdList, Instant, ListOf, OneOf, Text, Whole } from '@kinfold/shared/api';

export class ConsentAnswer {
  @Id()
  id!: string;

  @Id()
  giverMemberId!: string;

  @IdList({ max: 100 })
  recipientMemberIds!: readonly string[];

  @OneOf(INFORMATION)
  information!: Information;

  @OneOf(PURPOSES)
  purpose!: Purpose;

  @OneOf(CONSENT_LANGUAGES)
  language!: ConsentLanguage;

  @OneOf(SIGNED_HOW)
  signedHow!: SignedHow;

  @Text({ max: 160 })
  signedBy!: string;

  @Day()
  signedOn!: string;

  @Day()
  expiresOn!: string;

  @Text({ max: 120 })
  witnessName!: string;

  @OneOf(CONSENT_STATES)
  state!: ConsentState;

  @Instant({ nullable: true })
  revokedAt!: string | null;
}

export class ConsentMemberAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Day({ nullable: true })
  birthDate!: string | null;

  @Flag({ description: 'Has left the family; neither gives nor receives anything new' })
  left!: boolean;

  @Whole({ min: 0, max: 1_000, description: 'Place in the stable order of the family' })
  place!: number;
}

export class ConsentListAnswer {
  @Text({ max: 120 })
  clinicName!: string;

  @OneOf(CONSENT_LANGUAGES)
  clinicLanguage!: ConsentLanguage;

  @ListOf(ConsentMemberAnswer, { max: 100 })
  members!: readonly ConsentMemberAnswer[];

  @ListOf(ConsentAnswer, { max: 1_000 })
  items!: readonly ConsentAnswer[];
}

export class ConsentTextAnswer {
  @Text({ max: 20_000 })
  text!: string;

  @Flag({ description: 'The text is byte for byte what was signed' })
  unaltered!: boolean;
}
