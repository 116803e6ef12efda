import { SESSION_KINDS, type SessionKind } from '@kinfold/sessions/domain';
import { Day, Flag, Id, IdList, Instant, ListOf, One, OneOf, Text, Whole } from '@kinfold/shared/api';
import {
  LINE_ANSWERS,
  LINE_KINDS,
  type LineAnswer,
  type LineKind,
  SUMMARY_LIMITS,
  SUMMARY_STATES,
  type SummaryState,
} from '@kinfold/summaries/domain';

const MANY = 1_000_000;

/** What a write of the draft changed. */
export class DraftChangedAnswer {
  @Whole({ min: 1, max: MANY, description: 'Version of the summary after the change' })
  version!: number;

  @Id({ nullable: true, description: 'The line that was written' })
  lineId!: string | null;

  @Whole({ min: 1, max: MANY, nullable: true })
  lineVersion!: number | null;
}

export class ReplyAnswer {
  @Id()
  memberId!: string;

  @OneOf(LINE_ANSWERS)
  answer!: LineAnswer;

  @Text({ max: SUMMARY_LIMITS.answer, nullable: true })
  words!: string | null;

  @Instant()
  answeredAt!: string;
}

export class SummaryLineAnswer {
  @Id()
  id!: string;

  @OneOf(LINE_KINDS)
  kind!: LineKind;

  @Id({ nullable: true })
  aboutMemberId!: string | null;

  @Flag()
  askedAlone!: boolean;

  @Text({ max: SUMMARY_LIMITS.text })
  text!: string;

  @Whole({ min: 1, max: MANY })
  version!: number;

  @ListOf(ReplyAnswer, { max: 100, description: 'The newest answer of each reader' })
  answers!: readonly ReplyAnswer[];
}

export class ReaderAnswer {
  @Id()
  memberId!: string;

  @IdList({ max: SUMMARY_LIMITS.lines, description: 'The lines this member reads, or would read, as it stands now' })
  lineIds!: readonly string[];

  @IdList({ max: 100, description: 'The members whose written consent is missing for the rest' })
  missingMemberIds!: readonly string[];

  @Whole({ min: 0, max: MANY })
  words!: number;
}

export class SummaryDocumentAnswer {
  @Id()
  id!: string;

  @OneOf(SUMMARY_STATES)
  state!: SummaryState;

  @Whole({ min: 1, max: MANY })
  version!: number;

  @Instant({ nullable: true })
  releasedAt!: string | null;

  @Text({ max: 120, nullable: true })
  releasedByName!: string | null;

  @ListOf(SummaryLineAnswer, { max: SUMMARY_LIMITS.lines })
  lines!: readonly SummaryLineAnswer[];

  @IdList({ max: 100 })
  recipientIds!: readonly string[];

  @ListOf(ReaderAnswer, { max: 100, description: 'As seen by each member' })
  readers!: readonly ReaderAnswer[];

  @Flag({ description: 'The actor may write in it' })
  mayWrite!: boolean;

  @Flag({ description: 'The actor may share it' })
  mayShare!: boolean;

  @Flag({ description: 'The actor may take it back' })
  mayWithdraw!: boolean;
}

export class SummaryMemberAnswer {
  @Id()
  id!: string;

  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @Whole({ min: 0, max: 1_000, description: 'Place in the stable order of the family' })
  place!: number;

  @Flag()
  tookPart!: boolean;

  @Flag()
  left!: boolean;
}

export class SuggestionAnswer {
  @Id({ description: 'The moment of the session it comes from' })
  momentId!: string;

  @OneOf(LINE_KINDS)
  kind!: LineKind;

  @Id({ nullable: true })
  memberId!: string | null;

  @Text({ max: 10_000 })
  text!: string;
}

/** All that the screen of one session's summary shows. */
export class SummaryPageAnswer {
  @Id()
  sessionId!: string;

  @Id()
  familyId!: string;

  @Text({ max: 120 })
  familyName!: string;

  @Day()
  day!: string;

  @OneOf(SESSION_KINDS)
  sessionKind!: SessionKind;

  @Instant({ nullable: true })
  nextSessionAt!: string | null;

  @ListOf(SummaryMemberAnswer, { max: 100 })
  members!: readonly SummaryMemberAnswer[];

  @ListOf(SuggestionAnswer, { max: 1_000 })
  suggestions!: readonly SuggestionAnswer[];

  @One(() => SummaryDocumentAnswer, { nullable: true })
  summary!: SummaryDocumentAnswer | null;
}

export class ListedRecipientAnswer {
  @Id()
  id!: string;

  @Text({ max: 80 })
  givenName!: string;
}

export class ListedSummaryAnswer {
  @Id()
  sessionId!: string;

  @OneOf(SESSION_KINDS)
  sessionKind!: SessionKind;

  @Instant()
  startsAt!: string;

  @Id({ nullable: true })
  summaryId!: string | null;

  @OneOf(SUMMARY_STATES, { nullable: true })
  state!: SummaryState | null;

  @ListOf(ListedRecipientAnswer, { max: 100, description: 'Those it was shared with' })
  recipients!: readonly ListedRecipientAnswer[];

  @Whole({ min: 0, max: MANY, description: 'Lines that readers answered, newest answers only' })
  answers!: number;

  @Whole({ min: 0, max: MANY, description: 'Of those, the ones that do not agree' })
  otherwise!: number;
}

export class SummaryListAnswer {
  @ListOf(ListedSummaryAnswer, { max: 100 })
  items!: readonly ListedSummaryAnswer[];
}
