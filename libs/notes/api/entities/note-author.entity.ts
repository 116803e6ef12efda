import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who writes a note. The draft is theirs alone (decision 15). */
@Entity('note_author')
export class NoteAuthor {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  noteId!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @Column('uuid')
  familyId!: string;
}
