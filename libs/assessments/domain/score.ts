import { readAnswers, type AnswerRefusal } from './answers';
import {
  itemSpan,
  turnAround,
  type InstrumentDefinition,
  type InstrumentVersion,
  type Item,
  type Span,
  type Subscale,
} from './instrument';

/**
 * How a number came about, or why there is none:
 * `full-sum`, every item answered; `prorated`, left-out items filled in with the mean of the answered ones;
 * `not-scored`, too many left out; `missing`, nothing answered, which is not the same as zero.
 */
export const SCORING_METHODS = ['full-sum', 'prorated', 'not-scored', 'missing'] as const;
export type ScoringMethod = (typeof SCORING_METHODS)[number];

/** What total and subscales have in common. All numbers are points of the sum. */
export interface ScoredSum {
  /** `null` when the method is `not-scored` or `missing`. Not rounded. */
  readonly value: number | null;
  readonly method: ScoringMethod;
  /** What is possible with every answer open. */
  readonly range: Span;
  /** What is still possible once the given answers are fixed; one point when nothing is missing. */
  readonly bounds: Span;
  readonly answered: number;
  readonly missing: number;
}

export interface SubscaleScore extends ScoredSum {
  readonly id: string;
}

export interface ItemStep {
  readonly kind: 'item';
  readonly subscale: string;
  readonly item: string;
  /** As given; `null` when left out. */
  readonly answer: number | null;
  /** Whether the answer is turned around before it counts. */
  readonly reversed: boolean;
  /** What it adds to the sum; `null` when left out. */
  readonly counts: number | null;
}

export interface SubscaleStep {
  readonly kind: 'subscale';
  readonly subscale: string;
  readonly items: number;
  readonly answered: number;
  readonly sumOfAnswered: number;
  /** Added after prorating. */
  readonly constant: number;
  readonly method: ScoringMethod;
  readonly value: number | null;
}

export interface TotalStep {
  readonly kind: 'total';
  readonly addends: readonly { readonly subscale: string; readonly value: number | null }[];
  readonly method: ScoringMethod;
  readonly value: number | null;
}

/** Subscale by subscale: its items in the order asked, then its sum; the total last. */
export type WorkingStep = ItemStep | SubscaleStep | TotalStep;

export interface Score extends Omit<ScoredSum, 'value'> {
  readonly ok: true;
  readonly instrument: InstrumentVersion;
  /** `null` when any subscale is not scored. */
  readonly total: number | null;
  readonly subscales: readonly SubscaleScore[];
  readonly working: readonly WorkingStep[];
}

interface SubscaleResult {
  readonly score: SubscaleScore;
  readonly steps: readonly WorkingStep[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const addSpans = (spans: readonly Span[]): Span => ({
  lowest: sum(spans.map((span) => span.lowest)),
  highest: sum(spans.map((span) => span.highest)),
});

/**
 * The items of a subscale in the order asked. Taking an item away is the same as adding it turned around and lowering the constant
 * by its lowest plus highest value; so only one kind of item is left, and a left-out item can be filled in with the mean of the others.
 */
function additiveForm(definition: InstrumentDefinition, subscale: Subscale) {
  const reversed = new Set(definition.reversed);
  const taken = new Set(subscale.minus);
  const items = definition.items.filter((item) => taken.has(item.id) || subscale.plus.includes(item.id));
  const shift = sum(items.filter((item) => taken.has(item.id)).map(shiftOf));
  return {
    items: items.map((item) => ({ item, turned: reversed.has(item.id) !== taken.has(item.id) })),
    constant: subscale.constant - shift,
  };
}

function shiftOf(item: Item): number {
  const { lowest, highest } = itemSpan(item);
  return lowest + highest;
}

function methodOf(items: number, answered: number, okMissing: number): ScoringMethod {
  if (answered === 0) {
    return 'missing';
  }
  if (answered === items) {
    return 'full-sum';
  }
  return (items - answered) / items <= okMissing ? 'prorated' : 'not-scored';
}

/** Prorated sum = items / answered x sum of the answered, each reversed before (form of `scoreScale` in PROscorerTools). */
function scoreSubscale(
  definition: InstrumentDefinition,
  subscale: Subscale,
  byItem: ReadonlyMap<string, number | null>,
): SubscaleResult {
  const { items, constant } = additiveForm(definition, subscale);
  const itemSteps = items.map(({ item, turned }): ItemStep => {
    const answer = byItem.get(item.id) ?? null;
    const counts = answer !== null && turned ? turnAround(item, answer) : answer;
    return { kind: 'item', subscale: subscale.id, item: item.id, answer, reversed: turned, counts };
  });
  const counted = itemSteps.flatMap((step) => (step.counts === null ? [] : [step.counts]));
  const spans = items.map(({ item }) => itemSpan(item));
  const leftOut = spans.filter((_, index) => itemSteps[index]?.counts === null);
  const sumOfAnswered = sum(counted);
  const answered = counted.length;
  const method = methodOf(items.length, answered, definition.missing.okMissing);
  const isScored = method === 'full-sum' || method === 'prorated';
  // Multiplied only when something is missing, so that a complete answer is never touched by rounding.
  const filledIn = method === 'prorated' ? (sumOfAnswered * items.length) / answered : sumOfAnswered;
  const value = isScored ? filledIn + constant : null;
  const fixed: Span = { lowest: constant, highest: constant };
  const known: Span = { lowest: sumOfAnswered, highest: sumOfAnswered };
  return {
    score: {
      id: subscale.id,
      value,
      method,
      range: addSpans([fixed, ...spans]),
      bounds: addSpans([fixed, known, ...leftOut]),
      answered,
      missing: items.length - answered,
    },
    steps: [
      ...itemSteps,
      {
        kind: 'subscale',
        subscale: subscale.id,
        items: items.length,
        answered,
        sumOfAnswered,
        constant,
        method,
        value,
      },
    ],
  };
}

function totalMethod(subscales: readonly SubscaleScore[], answered: number): ScoringMethod {
  if (answered === 0) {
    return 'missing';
  }
  if (subscales.some((subscale) => subscale.value === null)) {
    return 'not-scored';
  }
  return subscales.some((subscale) => subscale.method === 'prorated') ? 'prorated' : 'full-sum';
}

/**
 * Scores one response and shows its working.
 *
 * Takes a definition and the answers (see `readAnswers`: list or object, `null` for left out), unchecked as they came.
 * Gives the total with its range, its bounds [sum + missing x lowest, sum + missing x highest], the same for each subscale, and every
 * step; or a refusal with a code. The total is not scored when a subscale is not: a sum over other areas would be another measure.
 */
export function score(definition: InstrumentDefinition, answers: unknown): Score | AnswerRefusal {
  const read = readAnswers(definition, answers);
  if (!read.ok) {
    return read;
  }
  const results = definition.subscales.map((subscale) => scoreSubscale(definition, subscale, read.byItem));
  const subscales = results.map((result) => result.score);
  const answered = [...read.byItem.values()].filter((value) => value !== null).length;
  const method = totalMethod(subscales, answered);
  const isScored = method === 'full-sum' || method === 'prorated';
  const total = isScored ? sum(subscales.map((subscale) => subscale.value ?? 0)) : null;
  return {
    ok: true,
    instrument: { id: definition.id, version: definition.version, scoringVersion: definition.scoringVersion },
    total,
    method,
    range: addSpans(subscales.map((subscale) => subscale.range)),
    bounds: addSpans(subscales.map((subscale) => subscale.bounds)),
    answered,
    missing: definition.items.length - answered,
    subscales,
    working: [
      ...results.flatMap((result) => result.steps),
      { kind: 'total', addends: subscales.map(({ id, value }) => ({ subscale: id, value })), method, value: total },
    ],
  };
}
