import { type Score, type ScoredSum, TOTAL } from '@kinfold/assessments/domain';
import type { AreaAnswer, SumAnswer } from '../assessments.answers';
import type { ScoreEntity } from '../entities';

type ScaleRow = Pick<
  ScoreEntity,
  'scale' | 'value' | 'rangeMin' | 'rangeMax' | 'boundLow' | 'boundHigh' | 'answered' | 'items' | 'method'
>;

/** What a score is kept as: the total, then every area. */
export function scaleRows(scored: Score): readonly ScaleRow[] {
  return [{ scale: TOTAL, ...totalOf(scored) }, ...areasOf(scored)].map(
    ({ scale, value, min, max, low, high, answered, items, method }) => ({
      scale,
      value,
      rangeMin: min,
      rangeMax: max,
      boundLow: low,
      boundHigh: high,
      answered,
      items,
      method,
    }),
  );
}

/** The total as the API says it. */
export function totalOf(scored: Score): SumAnswer {
  return sumOf({ ...scored, value: scored.total });
}

/** The areas as the API says them, in the order of the instrument. */
export function areasOf(scored: Score): readonly AreaAnswer[] {
  return scored.subscales.map((subscale) => ({ scale: subscale.id, ...sumOf(subscale) }));
}

function sumOf({ value, method, range, bounds, answered, missing }: ScoredSum): SumAnswer {
  return {
    value,
    method,
    min: range.lowest,
    max: range.highest,
    low: bounds.lowest,
    high: bounds.highest,
    answered,
    items: answered + missing,
  };
}
