import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A clinician's booking. It repeats the times, so that one constraint decides about double booking. */
@Entity('session_clinician')
export class SessionClinician {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('boolean', { default: false })
  cancelled!: boolean;
}
