import { formatOf, positionOf } from '@kinfold/notes/domain';
import type { NoteAnswer, NoteMemberAnswer } from '@kinfold/shared/contract/staff';
import { memberNames } from './note-draft';

/** A section as it is read. */
export interface ReadSection {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** The annex of one member as it is read. */
export interface ReadAnnex {
  readonly member: NoteMemberAnswer;
  readonly name: string;
  readonly sections: readonly ReadSection[];
}

/** A signed note as it is read: the family part, then an annex for each member who has one, in the order of the family. */
export interface SignedParts {
  readonly family: readonly ReadSection[];
  readonly annexes: readonly ReadAnnex[];
}

/** Sorts the sections of a signed note for reading. What the format no longer knows is shown under its own id, never left out. */
export function signedParts({
  format: id,
  members,
  sections,
}: Pick<NoteAnswer, 'format' | 'members' | 'sections'>): SignedParts {
  const format = formatOf(id);
  const names = memberNames(members);
  const of = (memberId: string | null): ReadSection[] =>
    sections
      .filter((section) => section.memberId === memberId)
      .sort((a, b) => positionOf(format, a.section) - positionOf(format, b.section))
      .map(({ id: key, section, text }) => ({
        id: key,
        text,
        heading: format.sections.find((known) => known.id === section)?.heading ?? section,
      }));
  return {
    family: of(null),
    annexes: members
      .map((member) => ({ member, name: names.get(member.id) ?? '', sections: of(member.id) }))
      .filter((annex) => annex.sections.length > 0),
  };
}
