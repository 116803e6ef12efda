import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberStanding } from '@kinfold/families/domain';

@Entity('member')
export class Member {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  standing!: MemberStanding;

  @Column('date')
  joinedOn!: string;

  @Column('date', { nullable: true })
  leftOn!: string | null;

  @Column('date', { nullable: true })
  diedOn!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  /** The order of a family's members, which decides their marks: a mark never changes. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
