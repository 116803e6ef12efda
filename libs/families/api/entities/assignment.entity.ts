import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who works with a family, in which part, from when to when. The instant of the database decides. */
@Entity('assignment')
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  part!: 'therapist' | 'co-therapist' | 'trainee';

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;
}
