import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SummaryState } from '@kinfold/summaries/domain';

/** What a family reads of one session. Its own document, never a filtered note. */
@Entity('summary')
export class Summary {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  sessionId!: string;

  /** The clinic's day of the session. */
  @Column('date')
  aboutDay!: string;

  @Column('text')
  state!: SummaryState;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  releasedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  /** Grows with every change of any of its lines: what is released is what was looked at. */
  @Column('integer', { default: 1 })
  version!: number;
}
