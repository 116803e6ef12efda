/** Who meets: the family, some of its members, or one member alone. */
export const SESSION_KINDS = ['family', 'subset', 'individual'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_KIND_WORDS: Readonly<Record<SessionKind, string>> = {
  family: 'Family session',
  subset: 'Session with some members',
  individual: 'Session with one member',
};

/** Who may read what is said in a session (FC-01); the same classes as `access` knows. */
export type SessionClass = 'shared' | 'individual-confidential' | 'safety-restricted';

export const MODALITIES = ['in-person', 'video', 'phone'] as const;
export type Modality = (typeof MODALITIES)[number];

export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By phone',
};

export const SESSION_STATUSES = ['planned', 'held', 'closed', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const SESSION_STATUS_WORDS: Readonly<Record<SessionStatus, string>> = {
  planned: 'Planned',
  held: 'Room is open',
  closed: 'Closed',
  cancelled: 'Called off',
};

/** What became of one member's coming. The newest entry counts. */
export const ATTENDANCE_STATUSES = [
  'present',
  'remote',
  'late',
  'left-early',
  'told-us-before',
  'did-not-come',
] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** Neutral on every screen: no blame for whoever is not there (look.md, words). */
export const ATTENDANCE_WORDS: Readonly<Record<AttendanceStatus, string>> = {
  present: 'Here',
  remote: 'Here remotely',
  late: 'Came late',
  'left-early': 'Left early',
  'told-us-before': 'Told us before',
  'did-not-come': 'Did not come',
};

/** One tap in the room. */
export const MOMENT_KINDS = [
  'turn',
  'technique',
  'shift',
  'quote',
  'agreement',
  'homework',
  'break',
  'safety',
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
  turn: 'Turn',
  technique: 'Technique',
  shift: 'Shift',
  quote: 'Quote',
  agreement: 'Agreement',
  homework: 'Homework',
  break: 'Break',
  safety: 'Safety',
};

/** Why a session was called off. */
export const CANCEL_REASONS = ['family-asked', 'clinician-away', 'illness', 'safety', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const CANCEL_REASON_WORDS: Readonly<Record<CancelReason, string>> = {
  'family-asked': 'The family asked',
  'clinician-away': 'The clinician is away',
  illness: 'Illness',
  safety: 'It would not be safe',
  other: 'Another reason',
};

/** What is typed, in characters, and how many may take part. */
export const SESSION_LIMITS = { room: 40, words: 500, cancelWords: 500, clinicians: 2, members: 20 } as const;
