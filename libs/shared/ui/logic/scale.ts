/** One answer of a scale: the number that is stored and the words a person reads. */
export interface ScaleStep {
  readonly value: number;
  readonly words: string;
}

/**
 * The steps of a numeric scale, both ends included, without words of their own.
 * @param from the lowest value, a whole number
 * @param to the highest value, a whole number not below `from`
 * @throws RangeError when the ends are no whole numbers or the wrong way round
 */
export function numberScale(from: number, to: number): readonly ScaleStep[] {
  if (!Number.isInteger(from) || !Number.isInteger(to) || to < from)
    throw new RangeError('A scale runs from a whole number up to another.');
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    value: from + step,
    words: signed(from + step, from < 0),
  }));
}

/**
 * Where the arrow keys, Home, End and digits lead on a scale, without running round its ends: a scale has two ends, and a person
 * who holds the key down stops at one.
 * @param steps the steps in order
 * @param current the chosen value, or null
 * @param key the key as the browser names it
 * @returns the value to choose, or null when the key means nothing here
 */
export function nextOnScale(steps: readonly ScaleStep[], current: number | null, key: string): number | null {
  const last = steps.length - 1;
  if (last < 0) return null;
  const place = steps.findIndex((step) => step.value === current);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return steps[Math.min(last, place + 1)]?.value ?? null;
    case 'ArrowLeft':
    case 'ArrowDown':
      return steps[place === -1 ? last : Math.max(0, place - 1)]?.value ?? null;
    case 'Home':
      return steps[0]?.value ?? null;
    case 'End':
      return steps[last]?.value ?? null;
  }
  if (!/^[0-9]$/.test(key)) return null;
  return steps.find((step) => step.value === Number(key))?.value ?? null;
}

/** A true minus sign, and a plus where the scale has two sides. */
function signed(value: number, twoSided: boolean): string {
  if (value < 0) return `\u2212${Math.abs(value)}`;
  return twoSided && value > 0 ? `+${value}` : String(value);
}
