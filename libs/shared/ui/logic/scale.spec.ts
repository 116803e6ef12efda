import fc from 'fast-check';
import { nextOnScale, numberScale } from './scale';

const sides = numberScale(-3, 3);

describe('numberScale', () => {
  it('writes both sides with a sign when it has two', () => {
    expect(sides.map((step) => step.words)).toEqual(['\u22123', '\u22122', '\u22121', '0', '+1', '+2', '+3']);
  });

  it('writes plain numbers when it begins at zero', () => {
    expect(numberScale(0, 2).map((step) => step.words)).toEqual(['0', '1', '2']);
  });

  it.each([
    [3, 1],
    [0.5, 3],
    [0, Infinity],
  ])('is refused when it runs from %d to %d', (from, to) => {
    expect(() => numberScale(from, to)).toThrow(RangeError);
  });
});

describe('nextOnScale', () => {
  it.each([
    ['ArrowRight', null, -3],
    ['ArrowRight', -1, 0],
    ['ArrowUp', -1, 0],
    ['ArrowRight', 3, 3],
    ['ArrowLeft', null, 3],
    ['ArrowLeft', 0, -1],
    ['ArrowDown', -3, -3],
    ['Home', 2, -3],
    ['End', 2, 3],
    ['2', 0, 2],
    ['9', 0, null],
    ['a', 0, null],
    ['Tab', 0, null],
  ])('answers %s when %s is chosen', (key, current, next) => {
    expect(nextOnScale(sides, current, key)).toBe(next);
  });

  it('gives a value of the scale or nothing when any key is pressed', () => {
    const keys = fc.constantFrom('ArrowRight', 'ArrowLeft', 'Home', 'End', '0', '5', 'x');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 }),
        fc.option(fc.integer({ min: -5, max: 15 })),
        keys,
        (to, current, key) => {
          const steps = numberScale(0, to);
          const next = nextOnScale(steps, current, key);
          return next === null || steps.some((step) => step.value === next);
        },
      ),
    );
  });

  it('answers nothing when there are no steps', () => {
    expect(nextOnScale([], null, 'Home')).toBeNull();
  });
});
