import { SummaryAnswer } from './summary-answer.entity';
import { SummaryLine } from './summary-line.entity';
import { SummaryLineSubject } from './summary-line-subject.entity';
import { SummaryRecipient } from './summary-recipient.entity';
import { Summary } from './summary.entity';

export { Summary, SummaryAnswer, SummaryLine, SummaryLineSubject, SummaryRecipient };

/** The tables of this slice. */
export const SUMMARY_ENTITIES = [Summary, SummaryLine, SummaryLineSubject, SummaryRecipient, SummaryAnswer];
