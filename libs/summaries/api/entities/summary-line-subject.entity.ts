import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose information a line is, frozen when it is released (FC-03). */
@Entity('summary_line_subject')
export class SummaryLineSubject {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  lineId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @Column('uuid')
  summaryId!: string;

  @Column('uuid')
  familyId!: string;
}
