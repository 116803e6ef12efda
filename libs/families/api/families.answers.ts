import {
  FAMILY_STATUSES,
  RELATIONSHIP_KINDS,
  SAFE_CONTACTS,
  SECRETS_POLICIES,
  STANDINGS,
} from '@kinfold/families/domain';
import { Day, Decimal, Id, Instant, ListOf, One, OneOf, Text, Whole } from '@kinfold/shared/api';

const LONG = 10_000;

export class IdAnswer {
  @Id()
  id!: string;
}

export class MemberAnswer extends IdAnswer {
  @Id()
  personId!: string;

  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @Text({ max: 80, nullable: true })
  nickname!: string | null;

  @Day({ nullable: true })
  birthDate!: string | null;

  @OneOf(STANDINGS)
  standing!: (typeof STANDINGS)[number];

  @OneOf(SAFE_CONTACTS)
  safeContact!: (typeof SAFE_CONTACTS)[number];

  @Day()
  joinedOn!: string;

  @Day({ nullable: true })
  leftOn!: string | null;

  @Day({ nullable: true })
  diedOn!: string | null;

  @Whole({
    min: 0,
    max: 1_000,
    description: "Place in the order of being written down, those who left included: the member's mark",
  })
  place!: number;

  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}

export class RelationshipAnswer extends IdAnswer {
  @Id()
  fromMemberId!: string;

  @Id()
  toMemberId!: string;

  @OneOf(RELATIONSHIP_KINDS)
  kind!: (typeof RELATIONSHIP_KINDS)[number];

  @Day({ nullable: true })
  startedOn!: string | null;

  @Day({ nullable: true })
  endedOn!: string | null;

  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}

const SESSION_KINDS = ['family', 'subset', 'individual'] as const;
const MODALITIES = ['in-person', 'video', 'phone'] as const;
const SESSION_STATUSES = ['planned', 'held', 'closed', 'cancelled'] as const;

export class FamilySessionAnswer extends IdAnswer {
  @OneOf(SESSION_KINDS)
  kind!: (typeof SESSION_KINDS)[number];

  @OneOf(MODALITIES)
  modality!: (typeof MODALITIES)[number];

  @Instant()
  startsAt!: string;

  @Text({ max: 30, description: 'Wall time where it was planned' })
  localStart!: string;

  @Text({ max: 64 })
  timeZone!: string;

  @Instant()
  endsAt!: string;

  @OneOf(SESSION_STATUSES)
  status!: (typeof SESSION_STATUSES)[number];
}

export class NextSessionAnswer extends FamilySessionAnswer {
  @Text({ max: 40, nullable: true })
  room!: string | null;
}

export class PastSessionAnswer extends FamilySessionAnswer {
  @Id({ nullable: true })
  noteId!: string | null;

  @OneOf(['draft', 'signed'], { nullable: true })
  noteState!: 'draft' | 'signed' | null;

  @Instant({ nullable: true })
  noteSignedAt!: string | null;

  @Id({ nullable: true })
  summaryId!: string | null;

  @OneOf(['draft', 'released', 'withdrawn'], { nullable: true })
  summaryState!: 'draft' | 'released' | 'withdrawn' | null;
}

export class ScoreAnswer extends IdAnswer {
  @Id()
  administrationId!: string;

  @Id()
  memberId!: string;

  @Text({ max: 60 })
  instrument!: string;

  @Decimal({ min: -LONG, max: LONG, nullable: true })
  value!: number | null;

  @Decimal({ min: -LONG, max: LONG })
  min!: number;

  @Decimal({ min: -LONG, max: LONG })
  max!: number;

  @Day()
  takenOn!: string;
}

export class DecisionAnswer extends IdAnswer {
  @Id({ nullable: true })
  memberId!: string | null;

  @Instant()
  at!: string;

  @Text({ max: LONG })
  words!: string;
}

/** Everything the family page shows. */
export class FamilyPageAnswer extends IdAnswer {
  @Text({ max: 12 })
  code!: string;

  @Text({ max: 120 })
  displayName!: string;

  @OneOf(FAMILY_STATUSES)
  status!: (typeof FAMILY_STATUSES)[number];

  @OneOf(SECRETS_POLICIES)
  secretsPolicy!: (typeof SECRETS_POLICIES)[number];

  @Whole({ min: 1, max: 1_000_000 })
  version!: number;

  @ListOf(MemberAnswer, { max: 100 })
  members!: readonly MemberAnswer[];

  @ListOf(RelationshipAnswer, { max: 500 })
  relationships!: readonly RelationshipAnswer[];

  @One(() => NextSessionAnswer, { nullable: true })
  nextSession!: NextSessionAnswer | null;

  @ListOf(PastSessionAnswer, { max: 20 })
  sessions!: readonly PastSessionAnswer[];

  @ListOf(ScoreAnswer, { max: 500 })
  scores!: readonly ScoreAnswer[];

  @ListOf(DecisionAnswer, { max: 3 })
  decisions!: readonly DecisionAnswer[];
}

export class ListedMemberAnswer extends IdAnswer {
  @Whole({
    min: 0,
    max: 1_000,
    description: "Place in the order of being written down, those who left included: the member's mark",
  })
  place!: number;

  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;
}

export class ListedFamilyAnswer extends IdAnswer {
  @Text({ max: 12 })
  code!: string;

  @Text({ max: 120 })
  displayName!: string;

  @OneOf(FAMILY_STATUSES)
  status!: (typeof FAMILY_STATUSES)[number];

  @ListOf(ListedMemberAnswer, { max: 100 })
  members!: readonly ListedMemberAnswer[];

  @Instant({ nullable: true })
  nextSessionAt!: string | null;
}

export class FamilyListAnswer {
  @ListOf(ListedFamilyAnswer, { max: 200 })
  items!: readonly ListedFamilyAnswer[];

  @Whole({ min: 0, max: 10_000_000 })
  total!: number;

  @Text({ max: 1_000, nullable: true })
  next!: string | null;
}

export class SearchHitAnswer {
  @Id()
  familyId!: string;

  @Text({ max: 12 })
  code!: string;

  @Text({ max: 120 })
  name!: string;

  @OneOf(FAMILY_STATUSES)
  status!: (typeof FAMILY_STATUSES)[number];

  @Text({ max: 120, description: 'The word of a name that was found' })
  hit!: string;
}

export class SearchAnswer {
  @ListOf(SearchHitAnswer, { max: 20 })
  items!: readonly SearchHitAnswer[];
}
