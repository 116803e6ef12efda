import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoteFormatId, NoteState } from '@kinfold/notes/domain';

/** Identity and state of the record of a session. Its texts stand in sections. */
@Entity('progress_note')
export class ProgressNote {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('text')
  format!: NoteFormatId;

  @Column('text')
  state!: NoteState;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  signedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  signedAt!: Date | null;

  @Column('boolean', { default: false })
  lateEntry!: boolean;

  /** SHA-256 of the canonical JSON of everything that was signed. */
  @Column('bytea', { nullable: true })
  contentHash!: Buffer | null;

  @Column('integer', { default: 1 })
  version!: number;
}
