/**
 * What an instrument is, as data. The engine knows no instrument by name: everything that decides a score stands in the definition,
 * so that a clinic can read it, and so that a published version can be pinned by every response that was given to it.
 */

/** Languages the product speaks. A screen falls back to nothing: every text exists in each of them. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
export type LocalText = Readonly<Record<Language, string>>;

/** What the licence lets a clinic do: show the items, type answers in from paper, or only compute from answers kept elsewhere. */
export type AllowedMode = 'render' | 'score-entry' | 'scoring-only';

export interface LicenceRecord {
  readonly holder: string;
  readonly status: 'own-work' | 'public-domain' | 'open-licence' | 'permission-held' | 'not-verified';
  /** Where the status can be checked. */
  readonly evidence: string;
  readonly allowedModes: readonly AllowedMode[];
}

/** Who answers. The respondent comes before the subject: a relative answers about themselves here. */
export type RespondentKind = 'relative' | 'person-in-recovery';

export interface AnswerOption {
  readonly value: number;
  readonly label: LocalText;
}

export interface Item {
  readonly id: string;
  readonly text: LocalText;
  /** The allowed values of this item; no other number is an answer to it. */
  readonly options: readonly AnswerOption[];
}

/**
 * A sum of items: every item of `plus` added, every item of `minus` taken away, then the constant.
 * An item stands at most once in a subscale. The items of one subscale share one lowest and one highest value,
 * because a left-out item is filled in with the mean of the answered ones.
 */
export interface Subscale {
  readonly id: string;
  /** What the family reads. */
  readonly title: LocalText;
  /** What a clinician would call it. */
  readonly construct: LocalText;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly constant: number;
}

/**
 * The share of a subscale's items, 0 to 1, that may be left out before it is no longer scored; 0 means that all are needed.
 * Source of the form: `okmiss` of the scoring functions in the R package PROscorerTools.
 */
export interface MissingRule {
  readonly okMissing: number;
}

/** A named stretch of totals, both ends included. */
export interface Band extends Span {
  readonly id: string;
  readonly label: LocalText;
}

/** A closed interval in points of the score. */
export interface Span {
  readonly lowest: number;
  readonly highest: number;
}

export type Direction = 'lower-is-better' | 'higher-is-better';

/** A published figure. Without a source there is no number: the type does not allow one. */
export type Parameter =
  { readonly value: null; readonly source: null } | { readonly value: number; readonly source: string };

export interface Parameters {
  /** Standard deviation of the reference sample at its first measurement, in points of the total. */
  readonly sd: Parameter;
  /** Reliability of the total, 0 to 1: test-retest where it is known, else alpha; the source says which. */
  readonly reliability: Parameter;
  /** Point on the total between the clinical and the functional side. */
  readonly cutoff: Parameter;
}

/** What a response and a score pin, so that a later edition never changes what an earlier one meant. */
export interface InstrumentVersion {
  readonly id: string;
  /** Edition of the wording: items, options, order. */
  readonly version: string;
  /** Edition of the scoring rules for that wording. */
  readonly scoringVersion: string;
}

/** Immutable once published: another wording or another rule is another version, and an old one is retired, never removed. */
export interface InstrumentDefinition extends InstrumentVersion {
  readonly title: LocalText;
  /** The topic by its clinical name, for staff. */
  readonly clinicalName: LocalText;
  /** What a clinician should know before using that name. */
  readonly clinicalNote: LocalText;
  /** How far the numbers can be trusted; shown wherever a score is shown. */
  readonly label: LocalText;
  readonly licence: LicenceRecord;
  readonly respondent: RespondentKind;
  /** The first screen, one paragraph each. */
  readonly introduction: readonly LocalText[];
  /** The stretch of time asked about, shown above every item. */
  readonly period: LocalText;
  /** What a higher number means, in words for the respondent. */
  readonly higherMeans: LocalText;
  /** In the order in which they are asked. */
  readonly items: readonly Item[];
  /** Ids of the items whose answer is turned around before it counts. */
  readonly reversed: readonly string[];
  /** At least one. The total is their sum. */
  readonly subscales: readonly Subscale[];
  readonly missing: MissingRule;
  /** `null`: totals of this instrument are not sorted into bands. */
  readonly bands: readonly Band[] | null;
  /** `null`: no source says which way is better, so no change can be called better or worse. */
  readonly direction: Direction | null;
  readonly parameters: Parameters;
}

/**
 * The lowest and highest value an item allows.
 * Takes an item with at least one option; gives points of that item.
 */
export function itemSpan(item: Item): Span {
  const values = item.options.map((option) => option.value);
  return { lowest: Math.min(...values), highest: Math.max(...values) };
}

/**
 * An answer turned around within its item: the lowest becomes the highest. Doing it twice gives the answer back.
 * Takes an allowed value of the item; gives points within the same span.
 */
export function turnAround(item: Item, value: number): number {
  const { lowest, highest } = itemSpan(item);
  return lowest + highest - value;
}
