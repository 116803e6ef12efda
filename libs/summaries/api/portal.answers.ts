import { Day, Id, ListOf, One, OneOf, Text, Whole } from '@kinfold/shared/api';
import { LINE_ANSWERS, LINE_KINDS, type LineAnswer, type LineKind, SUMMARY_LIMITS } from '@kinfold/summaries/domain';

export class MySummaryListedAnswer {
  @Id()
  id!: string;

  @Day()
  day!: string;

  @Text({ max: 120 })
  fromName!: string;
}

export class MySummaryListAnswer {
  @ListOf(MySummaryListedAnswer, { max: 200 })
  items!: readonly MySummaryListedAnswer[];
}

export class MyAnswerAnswer {
  @OneOf(LINE_ANSWERS)
  answer!: LineAnswer;

  @Text({ max: SUMMARY_LIMITS.answer, nullable: true })
  words!: string | null;
}

export class MyLineAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1, max: SUMMARY_LIMITS.lines, description: 'From 1 without gaps, of the lines this reader reads' })
  number!: number;

  @OneOf(LINE_KINDS)
  kind!: LineKind;

  @Text({ max: SUMMARY_LIMITS.text })
  text!: string;

  @One(() => MyAnswerAnswer, { nullable: true, description: 'What the reader answered last' })
  answer!: MyAnswerAnswer | null;
}

/** A summary as its reader sees it. Nothing here says whether there is more. */
export class MySummaryAnswer {
  @Id()
  id!: string;

  @Day()
  day!: string;

  @Text({ max: 120 })
  fromName!: string;

  @ListOf(MyLineAnswer, { max: SUMMARY_LIMITS.lines })
  lines!: readonly MyLineAnswer[];

  @Text({ max: 1_000, description: 'The statement that goes with everything shared under a consent' })
  notice!: string;

  @Text({ max: 20 })
  noticeVersion!: string;
}
