import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceStatus } from '@kinfold/sessions/domain';

/** What became of one member's coming; inserted only, the newest row counts. */
@Entity('attendance')
export class Attendance {
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

  @Column('text')
  status!: AttendanceStatus;

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
