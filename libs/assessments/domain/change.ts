import type { InstrumentDefinition, InstrumentVersion, LocalText, Parameter, Span } from './instrument';
import type { Score } from './score';
import { CANNOT_SAY_SENTENCES, CATEGORY_SENTENCES } from './change-sentences';

/** 95 %, two-sided: the usual choice of Jacobson and Truax. 1.645 is 90 %. */
export const Z_95 = 1.96;

/** Floating-point dust must not turn a tie into a change: 1 - 0.92 is a little less than 0.08. Relative to the threshold. */
const TIE_TOLERANCE = 1e-9;

export type CannotSayReason =
  | 'different-instrument'
  /** Another wording or other scoring rules: not the same measure. */
  | 'different-version'
  /** At least one of the two has no total. */
  | 'not-scored'
  /** No published standard deviation or reliability. */
  | 'no-parameters'
  /** A parameter outside of its range: sd and z above 0, reliability from 0 up to but not including 1. */
  | 'unusable-parameters'
  /** No source says which way is better. */
  | 'no-direction'
  /** The open answers could move the result into another category. */
  | 'missing-items';

export type ChangeCategory = 'reliable-improvement' | 'reliable-worsening' | 'no-reliable-change';

export interface SubscaleDifference {
  readonly id: string;
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before; `null` when either is not scored. */
  readonly difference: number | null;
}

/** What is shown whatever can be said about it. */
export interface PlainDifference {
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before, in points of the total; `null` when either has no total or the two are not the same measure. */
  readonly difference: number | null;
  /** The smallest and the largest difference the open answers allow; `null` when the two are not the same measure. */
  readonly possible: Span | null;
  /** Empty when the two are not the same measure. */
  readonly subscales: readonly SubscaleDifference[];
}

export interface CannotSay extends PlainDifference {
  readonly kind: 'cannot-say';
  readonly reason: CannotSayReason;
  readonly sentence: LocalText;
}

/** Every number of the calculation, so that it can be done again by hand. */
export interface ReliableChange extends PlainDifference {
  readonly kind: 'reliable-change';
  /** Named, because several forms of the index are in use and they differ. */
  readonly variant: 'jacobson-truax';
  readonly category: ChangeCategory;
  readonly sentence: LocalText;
  readonly difference: number;
  readonly rci: number;
  /** Standard error of measurement, points. */
  readonly sem: number;
  /** Standard error of a difference of two scores, points. */
  readonly sDiff: number;
  /** z x sDiff, points. A difference of exactly this size is not yet reliable. */
  readonly minimumChange: number;
  readonly z: number;
  readonly sd: Known;
  readonly reliability: Known;
}

export type Change = CannotSay | ReliableChange;

type Known = Extract<Parameter, { readonly value: number }>;

interface Errors {
  readonly sem: number;
  readonly sDiff: number;
}

function isKnown(parameter: Parameter): parameter is Known {
  return parameter.value !== null;
}

function isSameVersion(one: InstrumentVersion, other: InstrumentVersion): boolean {
  return one.version === other.version && one.scoringVersion === other.scoringVersion;
}

function plainDifference(before: Score, after: Score): PlainDifference {
  const earlier = new Map(before.subscales.map((subscale) => [subscale.id, subscale.value]));
  const minus = (x2: number | null, x1: number | null): number | null => (x1 === null || x2 === null ? null : x2 - x1);
  return {
    before: before.total,
    after: after.total,
    difference: minus(after.total, before.total),
    possible: {
      lowest: after.bounds.lowest - before.bounds.highest,
      highest: after.bounds.highest - before.bounds.lowest,
    },
    subscales: after.subscales.map(({ id, value }) => {
      const x1 = earlier.get(id) ?? null;
      return { id, before: x1, after: value, difference: minus(value, x1) };
    }),
  };
}

function cannotSay(reason: CannotSayReason, plain: PlainDifference): CannotSay {
  return { kind: 'cannot-say', reason, sentence: CANNOT_SAY_SENTENCES[reason], ...plain };
}

/** SEM = s1 x sqrt(1 - r); S_diff = sqrt(2) x SEM. `null` when the parameters do not allow a standard error above zero. */
function errorsOf(sd: number, reliability: number, z: number): Errors | null {
  const usable = [sd, reliability, z].every(Number.isFinite) && sd > 0 && z > 0 && reliability >= 0 && reliability < 1;
  return usable ? { sem: sd * Math.sqrt(1 - reliability), sDiff: sd * Math.sqrt(2 * (1 - reliability)) } : null;
}

function categoryOf(difference: number, minimumChange: number, isLowerBetter: boolean): ChangeCategory {
  if (Math.abs(difference) <= minimumChange * (1 + TIE_TOLERANCE)) {
    return 'no-reliable-change';
  }
  return difference < 0 === isLowerBetter ? 'reliable-improvement' : 'reliable-worsening';
}

function reasonAgainstComparing(definition: InstrumentDefinition, before: Score, after: Score): CannotSayReason | null {
  if ([before, after].some((scored) => scored.instrument.id !== definition.id)) {
    return 'different-instrument';
  }
  return [before, after].every((scored) => isSameVersion(scored.instrument, definition)) ? null : 'different-version';
}

/**
 * What changed between two responses of one respondent, and whether it is more than measurement error.
 *
 * Takes the definition both were scored with, the earlier and the later score, and z (1.96 for 95 %, 1.645 for 90 %).
 * Gives reliable change after Jacobson and Truax 1991, with the square root of 2 of Christensen and Mendoza 1986:
 * RCI = (x2 - x1) / S_diff, reliable when |RCI| > z. The inequality is strict: exactly z is not reached. Or "cannot say" with the reason.
 * With items left out the category is given only when it would be the same whatever the open answers were.
 * How big a change must be to matter to somebody is another question, which this does not answer.
 */
export function changeBetween(definition: InstrumentDefinition, before: Score, after: Score, z: number = Z_95): Change {
  const against = reasonAgainstComparing(definition, before, after);
  if (against) {
    const none = { before: before.total, after: after.total, difference: null, possible: null, subscales: [] };
    return cannotSay(against, none);
  }
  const plain = plainDifference(before, after);
  const { difference, possible } = plain;
  if (difference === null || possible === null) {
    return cannotSay('not-scored', plain);
  }
  const { sd, reliability } = definition.parameters;
  if (!isKnown(sd) || !isKnown(reliability)) {
    return cannotSay('no-parameters', plain);
  }
  const errors = errorsOf(sd.value, reliability.value, z);
  if (!errors) {
    return cannotSay('unusable-parameters', plain);
  }
  if (definition.direction === null) {
    return cannotSay('no-direction', plain);
  }
  const isLowerBetter = definition.direction === 'lower-is-better';
  const minimumChange = z * errors.sDiff;
  // The category only ever moves one way along the difference, so both ends agreeing means that everything between them agrees.
  const [category, atLeast, atMost] = [difference, possible.lowest, possible.highest].map((points) =>
    categoryOf(points, minimumChange, isLowerBetter),
  );
  if (category === undefined || category !== atLeast || category !== atMost) {
    return cannotSay('missing-items', plain);
  }
  return {
    kind: 'reliable-change',
    variant: 'jacobson-truax',
    category,
    sentence: CATEGORY_SENTENCES[category],
    ...plain,
    difference,
    rci: difference / errors.sDiff,
    ...errors,
    minimumChange,
    z,
    sd,
    reliability,
  };
}
