import { numberInWords } from '@kinfold/assessments/domain';
import type { SumAnswer, WorkingLineAnswer } from '@kinfold/shared/contract/staff';

/** As much of a sum as its words need. */
export type Sum = Pick<SumAnswer, 'value' | 'method' | 'min' | 'max' | 'low' | 'high' | 'answered' | 'items'>;

const number = (value: number): string => numberInWords(value, 'en');

/** "31", or "no number". */
export function valueWords(value: number | null): string {
  return value === null ? 'no number' : number(value);
}

/** "0 to 72" */
export function rangeWords({ min, max }: Pick<Sum, 'min' | 'max'>): string {
  return `${number(min)} to ${number(max)}`;
}

/** "31, possible 0 to 72" for a list. */
export function totalWords(sum: Sum): string {
  return sum.value === null ? 'no total' : `${number(sum.value)}, possible ${rangeWords(sum)}`;
}

/**
 * How a total came about, and how sure it is, in one or two sentences.
 * @param sum of all items, not of one area
 */
export function certaintyWords({ method, answered, items, low, high }: Sum): string {
  switch (method) {
    case 'full-sum':
      return `All ${items} questions were answered.`;
    case 'prorated':
      return (
        `${answered} of ${items} questions were answered; the average of the same area stands in for the rest. ` +
        `Depending on what was left out, the total lies between ${number(low)} and ${number(high)}.`
      );
    case 'not-scored':
      return `${answered} of ${items} questions were answered, too few in at least one area for a total.`;
    case 'missing':
      return 'Nothing was answered. That is not the same as zero.';
  }
}

/** "3 of 3" */
export function answeredWords({ answered, items }: Pick<Sum, 'answered' | 'items'>): string {
  return `${answered} of ${items}`;
}

/** About how long some questions take, in whole minutes: a quarter of a minute each. */
export function minutesFor(questions: number): number {
  return Math.max(1, Math.ceil(questions / 4));
}

/** The working of one area: its items in the order asked, then its sum. */
export interface WorkingOfArea {
  readonly sum: WorkingLineAnswer;
  readonly items: readonly WorkingLineAnswer[];
}

/** The working area by area, and the total at the end. */
export function byArea(lines: readonly WorkingLineAnswer[]): {
  areas: readonly WorkingOfArea[];
  total: WorkingLineAnswer | null;
} {
  const areas: WorkingOfArea[] = [];
  let items: WorkingLineAnswer[] = [];
  let total: WorkingLineAnswer | null = null;
  for (const line of lines) {
    if (line.kind === 'item') items.push(line);
    else if (line.kind === 'total') total = line;
    else {
      areas.push({ sum: line, items });
      items = [];
    }
  }
  return { areas, total };
}

/** Where a sum is drawn: shares of the range from 0 to 1; null where there is no number. */
export interface DotPlaces {
  readonly value: number | null;
  readonly before: number | null;
  /** What is still possible with what was left out; as narrow as the dot when nothing was. */
  readonly low: number;
  readonly high: number;
}

/**
 * Places of the dots on the range.
 * @param before the number of the time before, in points of the same scale
 */
export function dotPlaces(sum: Sum, before: number | null = null): DotPlaces {
  const width = sum.max - sum.min;
  const place = (points: number): number => (width > 0 ? Math.min(1, Math.max(0, (points - sum.min) / width)) : 0);
  const placeOf = (points: number | null): number | null => (points === null ? null : place(points));
  return { value: placeOf(sum.value), before: placeOf(before), low: place(sum.low), high: place(sum.high) };
}
