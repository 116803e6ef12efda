import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member who is invited. It repeats the times, so that one constraint decides about double booking. */
@Entity('session_member')
export class SessionMember {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('boolean', { default: false })
  cancelled!: boolean;
}
