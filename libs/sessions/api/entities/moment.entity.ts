import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MomentKind, SessionClass } from '@kinfold/sessions/domain';

/** One tap in the room. Its id is made by the device, so that sending it twice writes it once. */
@Entity('moment')
export class Moment {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('text')
  kind!: MomentKind;

  @Column('text', { nullable: true })
  technique!: string | null;

  @Column('text')
  class!: SessionClass;

  @Column('bytea', { nullable: true })
  wordsSealed!: Buffer | null;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
