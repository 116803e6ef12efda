import { LANGUAGES, type Language } from '@kinfold/assessments/domain';
import { Decimal, Id, ListOf, OneOf, Text } from '@kinfold/shared/api';

export class GiveInstrumentRequest {
  @Text({ max: 60, description: 'Id of an instrument that can be given' })
  instrument!: string;

  @Id()
  respondentMemberId!: string;

  @OneOf(LANGUAGES)
  language!: Language;
}

export class ItemAnswerRequest {
  @Text({ max: 60, description: 'Id of the item in the edition that was given' })
  item!: string;

  /** Any number gets as far as the rules, which name the item when they refuse it. */
  @Decimal({
    min: -1_000_000,
    max: 1_000_000,
    nullable: true,
    description: 'A value the item allows; null when it was left out',
  })
  value!: number | null;
}

export class SendAnswersRequest {
  @ListOf(ItemAnswerRequest, { min: 1, max: 500, description: 'One entry for every item, in any order' })
  answers!: ItemAnswerRequest[];
}
