import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One section as it was signed. The application may insert and read it, never change it. */
@Entity('signed_section')
export class SignedSectionRow {
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

  @Column('smallint')
  position!: number;

  @Column('bytea')
  textSealed!: Buffer;
}
