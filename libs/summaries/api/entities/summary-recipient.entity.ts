import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a summary was released to, frozen then. Being a recipient alone opens nothing (FC-03). */
@Entity('summary_recipient')
export class SummaryRecipient {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  summaryId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @Column('uuid')
  familyId!: string;
}
