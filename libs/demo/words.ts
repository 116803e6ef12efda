/** The three stretches of half a year. */
export type Stretch = 'early' | 'middle' | 'later';

/**
 * Everything that is written in an invented clinic, in one language. `{name}` stands for a member, `{names}` for those who came.
 * Texts are neutral: a setback is told as what happened, without a verdict.
 */
export interface WordBook {
  readonly clinic: string;
  readonly rooms: readonly string[];
  readonly familyName: (surname: string) => string;
  readonly quotes: readonly string[];
  readonly shifts: readonly string[];
  readonly agreements: Readonly<Record<Stretch, readonly string[]>>;
  readonly homework: readonly string[];
  readonly focus: Readonly<Record<Stretch, readonly string[]>>;
  readonly came: string;
  readonly absent: string;
  readonly happened: Readonly<Record<Stretch, readonly string[]>>;
  /** What happened when one member came alone. */
  readonly alone: readonly string[];
  readonly setback: readonly string[];
  readonly milestones: readonly string[];
  readonly assessment: Readonly<Record<Stretch, readonly string[]>>;
  readonly risk: readonly string[];
  readonly riskAfterSetback: string;
  readonly response: readonly string[];
  readonly plan: readonly string[];
  readonly annex: readonly string[];
  /** Said of the person in recovery only. */
  readonly ownAnnex: readonly string[];
  readonly addendum: string;
  readonly cancelWords: readonly string[];
  readonly wentWell: readonly string[];
  readonly nextDate: (day: string) => string;
  readonly answers: readonly string[];
}

/** Puts names into a text. */
export function fill(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => names[key] ?? whole);
}
