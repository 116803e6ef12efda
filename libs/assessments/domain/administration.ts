/** Where one giving of an instrument stands. It is answered once; taken back only before that. */
export const ADMINISTRATION_STATES = ['given', 'answered', 'withdrawn'] as const;
export type AdministrationState = (typeof ADMINISTRATION_STATES)[number];

/** The scale under which a total is kept beside the areas of the same response. */
export const TOTAL = 'total';
