import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineAnswer } from '@kinfold/summaries/domain';

/** What a reader answered to a line; the newest counts. It goes to the clinicians and to nobody else (FC-18). */
@Entity('summary_answer')
export class SummaryAnswer {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  lineId!: string;

  @Column('uuid')
  summaryId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  memberId!: string;

  @Column('text')
  answer!: LineAnswer;

  /** Under the key of whoever answered. */
  @Column('bytea', { nullable: true })
  wordsSealed!: Buffer | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  answeredAt!: Date;
}
