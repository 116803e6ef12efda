import { NOTE_LIMITS } from '@kinfold/notes/domain';
import { Id, Text } from '@kinfold/shared/api';

export class SaveSectionRequest {
  @Text({ max: 40, description: 'Which section of the format' })
  section!: string;

  @Id({ nullable: true, description: 'Whose annex; null for the family part' })
  memberId!: string | null;

  @Text({ min: 0, max: Math.max(NOTE_LIMITS.family, NOTE_LIMITS.member), description: 'Empty takes everything back' })
  text!: string;
}

export class SignNoteRequest {
  @Text({ max: 1024, description: 'The password of whoever signs' })
  password!: string;
}

export class AddendumRequest {
  @Id({ nullable: true, description: 'About which member alone; null for the whole note' })
  memberId!: string | null;

  @Text({ max: NOTE_LIMITS.addendum })
  text!: string;
}
