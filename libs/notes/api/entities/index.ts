import { Addendum } from './addendum.entity';
import { DraftSection } from './draft-section.entity';
import { NoteAuthor } from './note-author.entity';
import { ProgressNote } from './progress-note.entity';
import { SignedSectionRow } from './signed-section.entity';

export { Addendum, DraftSection, NoteAuthor, ProgressNote, SignedSectionRow };

/** The tables of this slice. */
export const NOTE_ENTITIES = [ProgressNote, NoteAuthor, DraftSection, SignedSectionRow, Addendum];
