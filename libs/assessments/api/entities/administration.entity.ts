import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdministrationState, Language } from '@kinfold/assessments/domain';

/** One giving of an instrument to one respondent. It pins the edition it was given in; only its state ever changes. */
@Entity('administration')
export class Administration {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('text')
  instrument!: string;

  @Column('text')
  instrumentVersion!: string;

  @Column('text')
  scoringVersion!: string;

  @Column('uuid')
  respondentMemberId!: string;

  @Column('text')
  mode!: 'tablet';

  @Column('text')
  language!: Language;

  @Column('text')
  state!: AdministrationState;

  @Column('uuid')
  givenBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  givenAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}
