/** What a line of a summary says. */
export const LINE_KINDS = ['went-well', 'decision', 'homework', 'next-date'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The words staff and families see for a kind. */
export const LINE_KIND_WORDS: Readonly<Record<LineKind, string>> = {
  'went-well': 'Went well',
  decision: 'Decision',
  homework: 'Homework',
  'next-date': 'Next date',
};

/** What a reader can answer to a line. */
export const LINE_ANSWERS = ['agree', 'remember-differently', 'please-do-not-share'] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

export const LINE_ANSWER_WORDS: Readonly<Record<LineAnswer, string>> = {
  agree: 'Agrees',
  'remember-differently': 'Remembers it differently',
  'please-do-not-share': 'Asks not to share it',
};

/** Written, shared with its recipients, taken back. Nothing leads back to writing: what was read stays as it was. */
export const SUMMARY_STATES = ['draft', 'released', 'withdrawn'] as const;
export type SummaryState = (typeof SUMMARY_STATES)[number];

/** Why a released summary is taken back (FC-16). */
export const WITHDRAW_REASONS = ['member-asked', 'mistake', 'safety', 'other'] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

/**
 * `words`: the most that one reader reads (product.md, family portal). `text`, `answer`: characters. `lines`: of one summary, as many as
 * the table has places for. `recipients`: of one summary.
 */
export const SUMMARY_LIMITS = { words: 250, text: 600, answer: 600, lines: 40, recipients: 20 } as const;
