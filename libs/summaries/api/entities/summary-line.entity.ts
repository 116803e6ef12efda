import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineKind } from '@kinfold/summaries/domain';

@Entity('summary_line')
export class SummaryLine {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  summaryId!: string;

  @Column('uuid')
  familyId!: string;

  /** From 1 without gaps, of the lines that were not removed. */
  @Column('smallint')
  position!: number;

  @Column('text')
  kind!: LineKind;

  @Column('uuid', { nullable: true })
  aboutMemberId!: string | null;

  @Column('boolean', { default: false })
  askedAlone!: boolean;

  /** Under the key of the member it is about, or of the family. */
  @Column('bytea')
  textSealed!: Buffer;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}
