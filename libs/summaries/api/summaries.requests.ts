import {
  LINE_ANSWERS,
  LINE_KINDS,
  type LineAnswer,
  type LineKind,
  SUMMARY_LIMITS,
  WITHDRAW_REASONS,
  type WithdrawReason,
} from '@kinfold/summaries/domain';
import { Flag, Id, IdList, OneOf, Text } from '@kinfold/shared/api';

export class LineRequest {
  @OneOf(LINE_KINDS)
  kind!: LineKind;

  @Id({ nullable: true, description: 'The member the line is about; null for the whole family' })
  aboutMemberId!: string | null;

  @Flag({ description: 'That member was asked alone' })
  askedAlone!: boolean;

  @Text({ max: SUMMARY_LIMITS.text })
  text!: string;
}

export class OrderRequest {
  @IdList({ min: 1, max: SUMMARY_LIMITS.lines, description: 'Every line of the summary, in the order wanted' })
  lineIds!: string[];
}

export class ReleaseRequest {
  @IdList({ min: 1, max: SUMMARY_LIMITS.recipients, description: 'The members it is shared with' })
  recipientIds!: string[];
}

export class WithdrawRequest {
  @OneOf(WITHDRAW_REASONS)
  reason!: WithdrawReason;
}

export class AnswerRequest {
  @OneOf(LINE_ANSWERS)
  answer!: LineAnswer;

  @Text({ max: SUMMARY_LIMITS.answer, nullable: true, description: 'Words to the clinic, if there are any' })
  words!: string | null;
}
