import type { ConsentAnswer, ConsentListAnswer } from '@kinfold/shared/contract/staff';
import type { Tone } from '@kinfold/shared/ui';

/** Words staff read; the text a member signs has its own in `domain`. */
export const PURPOSE_WORDS = {
  'family-support': 'So that the family can support each other',
  'shared-decisions': 'So that they can keep to what they decided',
  safety: 'So that everybody stays safe',
} as const satisfies Readonly<Record<ConsentAnswer['purpose'], string>>;

export const LANGUAGE_WORDS = { en: 'English', es: 'Español' } as const satisfies Readonly<
  Record<ConsentAnswer['language'], string>
>;

export const STATE_WORDS = {
  live: { words: 'Holds', tone: 'good' },
  expired: { words: 'Has ended', tone: 'plain' },
  revoked: { words: 'Taken back', tone: 'due' },
} as const satisfies Readonly<Record<ConsentAnswer['state'], { words: string; tone: Tone }>>;

export const REVOKED_HOW_WORDS = { 'in-person': 'In person', phone: 'By phone', paper: 'In writing' } as const;

/** "Marco Romero and Rosa Romero" */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** "Marco Romero may read lines about Ana Romero" */
export function consentSentence(consent: ConsentAnswer, members: ConsentListAnswer['members']): string {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'Someone';
  const giver = nameOf(consent.giverMemberId);
  return `${listed(consent.recipientMemberIds.map(nameOf))} may read lines about ${giver}`;
}
