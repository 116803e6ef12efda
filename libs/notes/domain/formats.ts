import { invalidField } from '@kinfold/shared/kernel';

/** Whose words a section holds: the family's, or one member's (the annex). */
export const SECTION_SCOPES = ['family', 'member'] as const;
export type SectionScope = (typeof SECTION_SCOPES)[number];

/** One section of a format. Its `id` is the same in every format that asks the same question, so switching keeps the text. */
export interface SectionDefinition {
  readonly id: string;
  readonly scope: SectionScope;
  readonly heading: string;
  /** What belongs there, in a few words. */
  readonly hint: string;
  /** Signing asks for it: of the family once, of a member for each who took part. */
  readonly required: boolean;
  /** Longest text, in characters. */
  readonly max: number;
}

/** A way to write a progress note: its sections in the order they are read. */
export interface NoteFormat {
  readonly id: NoteFormatId;
  readonly name: string;
  readonly sections: readonly SectionDefinition[];
}

export const NOTE_FORMATS = ['family'] as const;
export type NoteFormatId = (typeof NOTE_FORMATS)[number];

/** Longest section and addendum, in characters. */
export const NOTE_LIMITS = { family: 12_000, member: 6_000, addendum: 6_000 } as const;

const { family, member } = NOTE_LIMITS;

const FAMILY_FORMAT: NoteFormat = {
  id: 'family',
  name: 'Family note',
  sections: [
    {
      id: 'worked-on',
      scope: 'family',
      heading: 'What we worked on',
      required: true,
      max: family,
      hint: 'Who met, for what, and how: the goal, the technique, and what it was meant to change.',
    },
    {
      id: 'happened',
      scope: 'family',
      heading: 'What happened',
      required: true,
      max: family,
      hint: 'What was said and done between them, as you saw it; then what you make of it.',
    },
    {
      id: 'decided',
      scope: 'family',
      heading: 'What the family decided',
      required: false,
      max: family,
      hint: 'Agreements in their own words, and who made them.',
    },
    {
      id: 'risk',
      scope: 'family',
      heading: 'Risk and safety',
      required: true,
      max: family,
      hint: 'What you asked, what you heard, what you did about it. Also when there is nothing new.',
    },
    {
      id: 'plan',
      scope: 'family',
      heading: 'Plan and homework',
      required: true,
      max: family,
      hint: 'Who does what until when, and what the next session is for.',
    },
    {
      id: 'response',
      scope: 'member',
      heading: 'Response',
      required: true,
      max: member,
      hint: 'How this member took part, and what they did with the work.',
    },
    {
      id: 'member-risk',
      scope: 'member',
      heading: 'Risk',
      required: false,
      max: member,
      hint: 'Anything about this member alone.',
    },
    {
      id: 'member-steps',
      scope: 'member',
      heading: 'Own steps',
      required: false,
      max: member,
      hint: 'What this member takes on for themselves.',
    },
  ],
};

const FORMATS: Readonly<Record<NoteFormatId, NoteFormat>> = { family: FAMILY_FORMAT };

/** The format of a note. */
export function formatOf(id: NoteFormatId): NoteFormat {
  return FORMATS[id];
}

/** The sections of one scope, in order. */
export function sectionsOf(format: NoteFormat, scope: SectionScope): readonly SectionDefinition[] {
  return format.sections.filter((section) => section.scope === scope);
}

/** The place of a section in the note as it is read and signed, from 0. Unknown sections come last. */
export function positionOf(format: NoteFormat, section: string): number {
  const index = format.sections.findIndex(({ id }) => id === section);
  return index < 0 ? format.sections.length : index;
}

/**
 * The definition of a section that is about to be written.
 * @param memberId whose annex it is; null for the family part
 * @throws DomainError 422 when the format has no such section, when it belongs to the other part, or when the text is too long
 */
export function requireSection(
  format: NoteFormat,
  section: string,
  memberId: string | null,
  text: string,
): SectionDefinition {
  const definition = format.sections.find(({ id }) => id === section);
  if (!definition) throw invalidField('section', 'unknown_section', 'This note has no such section.');
  if ((definition.scope === 'member') !== (memberId !== null)) {
    throw invalidField('memberId', 'wrong_part', 'This section belongs to the other part of the note.');
  }
  if (text.length > definition.max)
    throw invalidField('text', 'max_length', `Keep this to ${definition.max} characters.`);
  return definition;
}
