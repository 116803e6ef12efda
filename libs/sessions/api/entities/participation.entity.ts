import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one member took part, from -3 to +3; inserted only, the newest row counts. */
@Entity('participation')
export class ParticipationEntity {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  memberId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('smallint')
  engagement!: number;

  @Column('smallint')
  connection!: number;

  @Column('smallint')
  safety!: number;

  @Column('uuid')
  ratedBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  ratedAt!: Date;
}
