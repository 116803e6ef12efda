import type { FamilyStatus, MemberStanding, SafeContact, SecretsPolicy } from '@kinfold/families/domain';
import type { Tone } from '@kinfold/shared/ui';

/** Where a family stands, in a word. */
export const STATUS_WORDS: Readonly<Record<FamilyStatus, string>> = {
  referred: 'Referred',
  active: 'Active',
  paused: 'Paused',
  discharged: 'Discharged',
};

/** The colour of a status: referred is news, paused waits for someone. */
export const STATUS_TONES: Readonly<Record<FamilyStatus, Tone>> = {
  referred: 'info',
  active: 'good',
  paused: 'due',
  discharged: 'plain',
};

/** A member's part in the family, as it stands beside the name. */
export const STANDING_WORDS: Readonly<Record<MemberStanding, string>> = {
  'person-of-concern': 'the person we are concerned about',
  'in-recovery': 'person in recovery',
  parent: 'parent',
  partner: 'partner',
  sibling: 'sibling',
  child: 'child',
  other: 'someone close',
};

/** How a member may be reached, as it stands beside the name; nothing to say when every way is safe. */
export const SAFE_CONTACT_WORDS: Readonly<Record<SafeContact, string>> = {
  any: 'any way is safe',
  'no-voicemail': 'no voicemail',
  'no-messages': 'no messages',
  'only-in-person': 'only in person',
};

/** How we treat private things: what is chosen, and what it means to the family. */
export interface PrivateThingsChoice {
  readonly value: SecretsPolicy;
  readonly title: string;
  readonly meaning: string;
}

export const PRIVATE_THINGS: readonly PrivateThingsChoice[] = [
  {
    value: 'no-secrets',
    title: 'Nothing is held back',
    meaning: 'What a member tells us alone may be brought to the whole family. We say so before anyone speaks alone.',
  },
  {
    value: 'limited',
    title: 'Held unless it stands in the way',
    meaning:
      'What a member tells us alone is held. If the work cannot go on with it, we help that member to say it themselves.',
  },
  {
    value: 'confidential',
    title: 'Held until the member allows it',
    meaning: 'What a member tells us alone stays with us until that member clears it in writing.',
  },
];

/** The words of the choice, for the family page. */
export function privateThingsWords(value: SecretsPolicy): string {
  return PRIVATE_THINGS.find((choice) => choice.value === value)?.title ?? '';
}

/** The first letter in upper case, for words that begin a line. */
export function begun(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
