/** Where a family stands with the clinic. */
export const FAMILY_STATUSES = ['referred', 'active', 'paused', 'discharged'] as const;
export type FamilyStatus = (typeof FAMILY_STATUSES)[number];

/** How a family and its therapist treat what one member says alone. The product never says more than was agreed. */
export const SECRETS_POLICIES = ['no-secrets', 'limited', 'confidential'] as const;
export type SecretsPolicy = (typeof SECRETS_POLICIES)[number];

/** A member's part in the family. The person we are concerned about until they enrol, then in recovery. */
export const STANDINGS = [
  'person-of-concern',
  'in-recovery',
  'parent',
  'partner',
  'sibling',
  'child',
  'other',
] as const;
export type MemberStanding = (typeof STANDINGS)[number];

/** Directional and dated: `from` is the parent, partner, guardian ... of `to`. Kept when it ends. */
export const RELATIONSHIP_KINDS = [
  'parent-of',
  'partner-of',
  'former-partner-of',
  'step-parent-of',
  'foster-parent-of',
  'guardian-of',
  'sibling-of',
  'grandparent-of',
  'other',
] as const;
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

/** How a person may safely be reached. */
export const SAFE_CONTACTS = ['any', 'no-voicemail', 'no-messages', 'only-in-person'] as const;
export type SafeContact = (typeof SAFE_CONTACTS)[number];

/** Lengths of what is typed, in characters. */
export const FAMILY_LIMITS = { displayName: 120, personName: 80 } as const;
