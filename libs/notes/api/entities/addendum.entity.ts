import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was added to a signed note. The original stays as it was (NT-05). */
@Entity('addendum')
export class Addendum {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  noteId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('bytea')
  textSealed!: Buffer;

  @Column('uuid')
  writtenBy!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  writtenAt!: Date;
}
