import { canonicalJson } from '@kinfold/shared/kernel';
import { type NoteFormatId, positionOf, formatOf } from './formats';

/** One section as it is signed. Its `id` is the id of the signed row. */
export interface SignedSection {
  readonly id: string;
  readonly section: string;
  readonly memberId: string | null;
  readonly text: string;
}

/** Everything that a signature stands for. Ids and times come from the server (NT-06). */
export interface SignedNote {
  readonly clinicId: string;
  readonly familyId: string;
  readonly sessionId: string;
  readonly noteId: string;
  readonly format: NoteFormatId;
  readonly authorId: string;
  readonly signedBy: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly signedAt: string;
  readonly lateEntry: boolean;
  readonly sections: readonly SignedSection[];
}

/** The order in which sections are read and signed: the family part first, then the annexes, each in the order of the format. */
export function inOrder<T extends Pick<SignedSection, 'section' | 'memberId'>>(
  format: NoteFormatId,
  sections: readonly T[],
): readonly T[] {
  const place = ({ section }: T): number => positionOf(formatOf(format), section);
  return [...sections].sort((a, b) => compare(a.memberId ?? '', b.memberId ?? '') || place(a) - place(b));
}

/**
 * The bytes that are hashed when a note is signed, as canonical JSON (RFC 8785): the same note gives the same text wherever it is
 * checked, in whatever order its sections were read.
 */
export function signedContent(note: SignedNote): string {
  const { clinicId, familyId, sessionId, noteId, format, authorId, signedBy, signedAt, lateEntry } = note;
  const sections = inOrder(format, note.sections).map(({ id, section, memberId, text }) => ({
    id,
    section,
    memberId,
    text,
  }));
  return canonicalJson({
    scheme: 'kinfold-note-1',
    clinicId,
    familyId,
    sessionId,
    noteId,
    format,
    authorId,
    signedBy,
    signedAt,
    lateEntry,
    sections,
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
