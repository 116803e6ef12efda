import fc from 'fast-check';
import type { InstrumentDefinition } from './instrument';
import { anInstrument, aSubscale, someItems } from './instrument.builder';
import { score, type Score } from './score';

const definition = anInstrument();

function scored(answers: unknown, of: InstrumentDefinition = definition): Score {
  const result = score(of, answers);
  if (!result.ok) {
    throw new Error(`refused: ${result.code}`);
  }
  return result;
}

describe('score', () => {
  // q2 and q6 are reversed: 4 - answer.
  it.each([
    { answers: [0, 4, 0, 0, 0, 4], a: 0, b: 0, total: 0 },
    { answers: [4, 0, 4, 4, 4, 0], a: 12, b: 12, total: 24 },
    { answers: [1, 1, 2, 3, 0, 4], a: 6, b: 3, total: 9 },
    { answers: [0, 0, 0, 0, 0, 0], a: 4, b: 4, total: 8 },
  ])('sums $answers to $total when everything is answered', ({ answers, a, b, total }) => {
    const result = scored(answers);
    expect(result).toMatchObject({
      total,
      method: 'full-sum',
      answered: 6,
      missing: 0,
      range: { lowest: 0, highest: 24 },
    });
    expect(result.bounds).toEqual({ lowest: total, highest: total });
    expect(result.subscales.map((subscale) => subscale.value)).toEqual([a, b]);
    expect(result.subscales.map((subscale) => subscale.range)).toEqual([
      { lowest: 0, highest: 12 },
      { lowest: 0, highest: 12 },
    ]);
  });

  it('prorates each area by itself, reversing first, when a third of its items is left out', () => {
    // a: 3, (4 - 1) -> (3 + 3) x 3 / 2 = 9; b: 1, (4 - 4) -> (1 + 0) x 3 / 2 = 1.5
    const result = scored([3, 1, null, 1, null, 4]);
    expect(result.subscales).toEqual([
      {
        id: 'a',
        value: 9,
        method: 'prorated',
        range: { lowest: 0, highest: 12 },
        bounds: { lowest: 6, highest: 10 },
        answered: 2,
        missing: 1,
      },
      {
        id: 'b',
        value: 1.5,
        method: 'prorated',
        range: { lowest: 0, highest: 12 },
        bounds: { lowest: 1, highest: 5 },
        answered: 2,
        missing: 1,
      },
    ]);
    expect(result).toMatchObject({
      total: 10.5,
      method: 'prorated',
      bounds: { lowest: 7, highest: 15 },
      answered: 4,
      missing: 2,
    });
  });

  it('gives no number for an area, and no total, when more than half of the area is left out', () => {
    const result = scored([3, null, null, 1, 2, 4]);
    expect(result.subscales.map(({ value, method }) => [value, method])).toEqual([
      [null, 'not-scored'],
      [3, 'full-sum'],
    ]);
    expect(result).toMatchObject({ total: null, method: 'not-scored', bounds: { lowest: 6, highest: 14 }, missing: 2 });
  });

  it('scores an area when exactly half of it is left out', () => {
    const four = anInstrument({
      items: someItems(4, 0, 4),
      reversed: [],
      subscales: [aSubscale('a', { plus: ['q1', 'q2', 'q3', 'q4'] })],
    });
    expect(scored([1, 2, null, null], four)).toMatchObject({ total: 6, method: 'prorated' });
    expect(scored([1, null, null, null], four)).toMatchObject({ total: null, method: 'not-scored' });
  });

  it('gives "missing" and never zero when nothing is answered', () => {
    const result = scored([null, null, null, null, null, null]);
    expect(result).toMatchObject({
      total: null,
      method: 'missing',
      answered: 0,
      missing: 6,
      bounds: { lowest: 0, highest: 24 },
    });
    expect(result.subscales.map(({ value, method }) => [value, method])).toEqual([
      [null, 'missing'],
      [null, 'missing'],
    ]);
  });

  it('gives "missing" for one area, and no total, when only that area is unanswered', () => {
    const result = scored([null, null, null, 1, 2, 4]);
    expect(result.subscales.map((subscale) => subscale.method)).toEqual(['missing', 'full-sum']);
    expect(result).toMatchObject({ total: null, method: 'not-scored' });
  });

  it('never prorates when the instrument needs every item', () => {
    const strict = anInstrument({ missing: { okMissing: 0 } });
    expect(scored([3, 1, null, 1, 2, 4], strict)).toMatchObject({ total: null, method: 'not-scored' });
    expect(scored([3, 1, 0, 1, 2, 4], strict)).toMatchObject({ total: 9, method: 'full-sum' });
  });

  it('pins the edition of the instrument and of its scoring', () => {
    const later = anInstrument({ version: '2.1.0', scoringVersion: '3.0.0' });
    expect(scored([0, 0, 0, 0, 0, 0], later).instrument).toEqual({
      id: 'six-questions',
      version: '2.1.0',
      scoringVersion: '3.0.0',
    });
  });

  it('shows every step, area by area, when it scores', () => {
    expect(scored([3, 1, null, 1, 2, 4]).working).toEqual([
      { kind: 'item', subscale: 'a', item: 'q1', answer: 3, reversed: false, counts: 3 },
      { kind: 'item', subscale: 'a', item: 'q2', answer: 1, reversed: true, counts: 3 },
      { kind: 'item', subscale: 'a', item: 'q3', answer: null, reversed: false, counts: null },
      {
        kind: 'subscale',
        subscale: 'a',
        items: 3,
        answered: 2,
        sumOfAnswered: 6,
        constant: 0,
        method: 'prorated',
        value: 9,
      },
      { kind: 'item', subscale: 'b', item: 'q4', answer: 1, reversed: false, counts: 1 },
      { kind: 'item', subscale: 'b', item: 'q5', answer: 2, reversed: false, counts: 2 },
      { kind: 'item', subscale: 'b', item: 'q6', answer: 4, reversed: true, counts: 0 },
      {
        kind: 'subscale',
        subscale: 'b',
        items: 3,
        answered: 3,
        sumOfAnswered: 3,
        constant: 0,
        method: 'full-sum',
        value: 3,
      },
      {
        kind: 'total',
        addends: [
          { subscale: 'a', value: 9 },
          { subscale: 'b', value: 3 },
        ],
        method: 'prorated',
        value: 12,
      },
    ]);
  });

  it('passes a refusal on when the answers are not allowed', () => {
    expect(score(definition, [0, 1, 2, 3, 4, 5])).toMatchObject({ ok: false, code: 'answer-not-allowed', item: 'q6' });
  });
});

describe('score with minus and constant', () => {
  // The form of a published subscale (six items added, two taken away, plus 6; items 0 to 3; printed range 0 to 24).
  const withdrawal = anInstrument({
    items: someItems(8, 0, 3),
    reversed: [],
    subscales: [aSubscale('w', { plus: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'], minus: ['q7', 'q8'], constant: 6 })],
  });

  it('keeps to the printed range when all answers are at an end', () => {
    expect(scored([0, 0, 0, 0, 0, 0, 3, 3], withdrawal)).toMatchObject({ total: 0, range: { lowest: 0, highest: 24 } });
    expect(scored([3, 3, 3, 3, 3, 3, 0, 0], withdrawal).total).toBe(24);
  });

  it('equals plus less minus plus constant when everything is answered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }), (answers) => {
        const sum = (part: readonly number[]) => part.reduce((total, value) => total + value, 0);
        expect(scored(answers, withdrawal).total).toBe(sum(answers.slice(0, 6)) - sum(answers.slice(6)) + 6);
      }),
    );
  });

  it('leaves a taken-away item as it is when it is also reversed', () => {
    const twice = anInstrument({
      items: someItems(2, 0, 3),
      reversed: ['q2'],
      subscales: [aSubscale('w', { plus: ['q1'], minus: ['q2'], constant: 3 })],
    });
    // 2 - (3 - 1) + 3 = 3
    const result = scored([2, 1], twice);
    expect(result.total).toBe(3);
    expect(result.working[1]).toMatchObject({ item: 'q2', reversed: false, counts: 1 });
    expect(result.range).toEqual({ lowest: 0, highest: 6 });
  });
});
