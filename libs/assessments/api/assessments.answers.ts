import {
  ADMINISTRATION_STATES,
  type AdministrationState,
  LANGUAGES,
  type Language,
  SCORING_METHODS,
  type ScoringMethod,
} from '@kinfold/assessments/domain';
import { STANDINGS, type MemberStanding } from '@kinfold/families/domain';
import { Day, Decimal, Id, Instant, ListOf, One, OneOf, Text, Whole } from '@kinfold/shared/api';

const POINTS = { min: -99_999, max: 99_999 } as const;
const COUNT = { min: 0, max: 500 } as const;
const VERSION = { min: 1, max: 1_000_000 } as const;

/** A text in every language of the product. */
export class LocalTextAnswer {
  @Text({ max: 2_000 })
  en!: string;

  @Text({ max: 2_000 })
  es!: string;
}

/** An instrument as a list shows it: titles and counts, no item. */
export class InstrumentAnswer {
  @Text({ max: 60 })
  id!: string;

  @Text({ max: 20 })
  version!: string;

  @One(() => LocalTextAnswer)
  title!: LocalTextAnswer;

  @One(() => LocalTextAnswer)
  clinicalName!: LocalTextAnswer;

  @One(() => LocalTextAnswer, { description: 'How far its numbers can be trusted' })
  label!: LocalTextAnswer;

  @OneOf(['relative', 'person-in-recovery'])
  respondent!: 'relative' | 'person-in-recovery';

  @Whole(COUNT)
  items!: number;
}

export class InstrumentListAnswer {
  @ListOf(InstrumentAnswer, { max: 200 })
  items!: readonly InstrumentAnswer[];
}

/** A total or an area: its number, what is possible at all, and what was still possible with what was left out. */
export class SumAnswer {
  @Decimal({ ...POINTS, nullable: true, description: 'Null when it could not be scored, which is not zero' })
  value!: number | null;

  @OneOf(SCORING_METHODS)
  method!: ScoringMethod;

  @Decimal(POINTS)
  min!: number;

  @Decimal(POINTS)
  max!: number;

  @Decimal(POINTS)
  low!: number;

  @Decimal(POINTS)
  high!: number;

  @Whole(COUNT)
  answered!: number;

  @Whole(COUNT)
  items!: number;
}

export class AreaAnswer extends SumAnswer {
  @Text({ max: 60 })
  scale!: string;
}

export class MeasuredMemberAnswer {
  @Id()
  id!: string;

  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @OneOf(STANDINGS)
  standing!: MemberStanding;

  @Day({ nullable: true })
  leftOn!: string | null;

  @Day({ nullable: true })
  diedOn!: string | null;

  @Whole({ ...COUNT, description: 'Decides the mark; the same as on the family page' })
  place!: number;
}

export class AdministrationAnswer {
  @Id()
  id!: string;

  @Text({ max: 60 })
  instrument!: string;

  @Text({ max: 20 })
  instrumentVersion!: string;

  @Text({ max: 20 })
  scoringVersion!: string;

  @Id()
  respondentMemberId!: string;

  @OneOf(LANGUAGES)
  language!: Language;

  @OneOf(ADMINISTRATION_STATES)
  state!: AdministrationState;

  @Instant()
  givenAt!: string;

  @Whole(VERSION)
  version!: number;
}

export class MeasuredAdministrationAnswer extends AdministrationAnswer {
  @Day({ nullable: true, description: 'The day it was answered; null while it is not' })
  takenOn!: string | null;

  @One(() => SumAnswer, { nullable: true })
  total!: SumAnswer | null;

  @ListOf(AreaAnswer, { max: 50, description: 'Empty for those who read totals alone' })
  areas!: readonly AreaAnswer[];
}

/** What the measures of a family are. */
export class MeasuresAnswer {
  @ListOf(MeasuredMemberAnswer, { max: 100 })
  members!: readonly MeasuredMemberAnswer[];

  @ListOf(MeasuredAdministrationAnswer, { max: 200, description: 'The newest first' })
  administrations!: readonly MeasuredAdministrationAnswer[];
}

/** What the tablet needs, and nothing of the family: the questions come from the pinned edition of the catalogue. */
export class OpenAdministrationAnswer {
  @Id()
  id!: string;

  @Id({ description: 'Where the therapist goes back to' })
  familyId!: string;

  @Text({ max: 60 })
  instrument!: string;

  @Text({ max: 20 })
  instrumentVersion!: string;

  @OneOf(LANGUAGES)
  language!: Language;

  @OneOf(ADMINISTRATION_STATES)
  state!: AdministrationState;
}

export class WorkingLineAnswer {
  @OneOf(['item', 'subscale', 'total'])
  kind!: 'item' | 'subscale' | 'total';

  @One(() => LocalTextAnswer)
  about!: LocalTextAnswer;

  @One(() => LocalTextAnswer)
  working!: LocalTextAnswer;
}

export class ResultAnswer {
  @Instant()
  answeredAt!: string;

  @One(() => SumAnswer)
  total!: SumAnswer;

  @ListOf(AreaAnswer, { max: 50 })
  areas!: readonly AreaAnswer[];

  @ListOf(WorkingLineAnswer, {
    max: 600,
    description: 'Area by area: its items in the order asked, then its sum; the total last',
  })
  working!: readonly WorkingLineAnswer[];
}

/** Two numbers beside each other, without a judgement. */
export class DifferenceAnswer {
  @Text({ max: 60, description: '`total`, or the id of an area' })
  scale!: string;

  @Decimal({ ...POINTS, nullable: true })
  before!: number | null;

  @Decimal({ ...POINTS, nullable: true })
  after!: number | null;

  @Decimal({
    ...POINTS,
    nullable: true,
    description: 'After minus before; null when there are no two numbers to compare',
  })
  difference!: number | null;

  @One(() => LocalTextAnswer)
  words!: LocalTextAnswer;
}

const CHANGE_VERDICTS = ['cannot-say', 'reliable-improvement', 'reliable-worsening', 'no-reliable-change'] as const;

/** This time against the time before, of the same member and instrument. */
export class ChangeAnswer {
  @Id()
  previousId!: string;

  @Instant()
  previousAnsweredAt!: string;

  @OneOf(CHANGE_VERDICTS)
  verdict!: (typeof CHANGE_VERDICTS)[number];

  @Text({ max: 60, nullable: true, description: 'Why nothing can be said; null when something can' })
  reason!: string | null;

  @One(() => LocalTextAnswer)
  sentence!: LocalTextAnswer;

  @One(() => DifferenceAnswer)
  total!: DifferenceAnswer;

  @ListOf(DifferenceAnswer, { max: 50 })
  areas!: readonly DifferenceAnswer[];
}

/** One administration with everything that came of it. */
export class AdministrationPageAnswer extends AdministrationAnswer {
  @Text({ max: 80 })
  givenName!: string;

  @Text({ max: 80 })
  familyName!: string;

  @One(() => ResultAnswer, { nullable: true, description: 'Null while it is not answered' })
  result!: ResultAnswer | null;

  @One(() => ChangeAnswer, { nullable: true, description: 'Null the first time' })
  change!: ChangeAnswer | null;
}
