import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a consent was taken back, how, and who wrote it down. Holds from the instant of the database clock. */
@Entity('consent_revocation')
export class ConsentRevocation {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  consentId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('text')
  how!: 'in-person' | 'paper' | 'phone' | 'portal';

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  revokedAt!: Date;
}
