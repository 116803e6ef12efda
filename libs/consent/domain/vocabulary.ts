/** What a consent permits. Kinds are kept apart: a permission to family members never stands in for another one (CN-02). */
export const CONSENT_KINDS = ['family-disclosure'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What may be told. */
export const INFORMATION = ['family-summary'] as const;
export type Information = (typeof INFORMATION)[number];

/** What it is told for. */
export const PURPOSES = ['family-support', 'shared-decisions', 'safety'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** How it was signed. Staff record what was signed on paper; signing on a screen is the giver's own act and comes through the portal. */
export const SIGNED_HOW = ['on-screen', 'paper'] as const;
export type SignedHow = (typeof SIGNED_HOW)[number];

/** How somebody took a consent back, as staff write it down. */
export const REVOKED_HOW = ['in-person', 'paper', 'phone'] as const;
export type RevokedHow = (typeof REVOKED_HOW)[number];

/** The languages the text is written in. */
export const CONSENT_LANGUAGES = ['en', 'es'] as const;
export type ConsentLanguage = (typeof CONSENT_LANGUAGES)[number];

/** In what capacity an adult signs together with a young person. */
export const SIGNER_RELATIONSHIPS = ['parent', 'guardian'] as const;
export type SignerRelationship = (typeof SIGNER_RELATIONSHIPS)[number];

/** Where a consent stands on a day. */
export const CONSENT_STATES = ['live', 'expired', 'revoked'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Lengths in characters, and the most people one consent may name. */
export const CONSENT_LIMITS = { signedBy: 80, recipients: 10 } as const;
