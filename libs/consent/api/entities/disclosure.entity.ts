import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Information, Purpose } from '@kinfold/consent/domain';

/** One entry of the accounting: whose information went to whom, under which consent (42 CFR 2.25, CN-09). */
@Entity('disclosure')
export class Disclosure {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  subjectMemberId!: string;

  @Column('uuid')
  recipientMemberId!: string;

  @Column('uuid')
  summaryId!: string;

  @Column('uuid')
  consentId!: string;

  @Column('text')
  information!: Information;

  @Column('text')
  purpose!: Purpose;

  @Column('text')
  noticeVersion!: string;

  @Column('uuid')
  disclosedBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  disclosedAt!: Date;
}
