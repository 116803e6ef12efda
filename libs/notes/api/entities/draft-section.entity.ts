import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One section of a draft. The annex of a member is sealed under that member's key. */
@Entity('draft_section')
export class DraftSection {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  noteId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('text')
  section!: string;

  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('bytea')
  textSealed!: Buffer;

  /** As the moments wrote it; false from the first edit on. */
  @Column('boolean', { default: false })
  fromMoments!: boolean;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid')
  updatedBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  updatedAt!: Date;
}
