import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CancelReason, Modality, SessionClass, SessionKind, SessionStatus } from '@kinfold/sessions/domain';

@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('text')
  kind!: SessionKind;

  @Column('text')
  class!: SessionClass;

  @Column('text')
  modality!: Modality;

  @Column('text', { nullable: true })
  room!: string | null;

  /** Wall time as it was planned. Written and read as text by statements: a wall time is no `Date`. */
  @Column('timestamp')
  localStart!: string;

  @Column('text')
  timeZone!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  status!: SessionStatus;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  /** Set when the clinicians end the session, and again when they close it. */
  @Column('timestamptz', { nullable: true })
  stoppedAt!: Date | null;

  @Column('text', { nullable: true })
  cancelReason!: CancelReason | null;

  @Column('bytea', { nullable: true })
  cancelWordsSealed!: Buffer | null;

  @Column('uuid')
  createdBy!: string;

  @Column('integer', { default: 1 })
  version!: number;
}
