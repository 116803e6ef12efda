import fc from 'fast-check';
import { changeBetween, Z_95, type Change } from './change';
import { copingAndSelfCareCheck } from './coping-and-self-care-check';
import type { Direction, InstrumentDefinition, Span } from './instrument';
import { anInstrument } from './instrument.builder';
import { score, type Score } from './score';

interface Figures {
  readonly sd?: number;
  readonly reliability?: number;
  readonly direction?: Direction | null;
}

const SOURCE = 'Jacobson and Truax 1991, worked example';

function measured({ sd = 7.5, reliability = 0.8, direction = 'higher-is-better' }: Figures = {}): InstrumentDefinition {
  return anInstrument({
    direction,
    parameters: {
      sd: { value: sd, source: SOURCE },
      reliability: { value: reliability, source: SOURCE },
      cutoff: { value: null, source: null },
    },
  });
}

/** A score of the built instrument by its total alone, for figures that no six questions could add up to. */
function aTotal(total: number | null, bounds: Span = { lowest: total ?? 0, highest: total ?? 100 }): Score {
  return {
    ok: true,
    instrument: { id: 'six-questions', version: '1.0.0', scoringVersion: '1.0.0' },
    total,
    method: total === null ? 'not-scored' : 'full-sum',
    range: { lowest: 0, highest: 100 },
    bounds,
    answered: 6,
    missing: 0,
    subscales: [],
    working: [],
  };
}

function scored(definition: InstrumentDefinition, answers: unknown): Score {
  const result = score(definition, answers);
  if (!result.ok) {
    throw new Error(`refused: ${result.code}`);
  }
  return result;
}

function outcome(change: Change): string {
  return change.kind === 'cannot-say' ? change.reason : change.category;
}

describe('changeBetween', () => {
  it('reproduces the worked example of Jacobson and Truax', () => {
    const change = changeBetween(measured(), aTotal(32.5), aTotal(47.5));
    expect(change).toMatchObject({
      kind: 'reliable-change',
      variant: 'jacobson-truax',
      category: 'reliable-improvement',
      difference: 15,
      z: 1.96,
      sd: { value: 7.5, source: SOURCE },
      reliability: { value: 0.8, source: SOURCE },
      sem: expect.closeTo(3.354102, 6),
      sDiff: expect.closeTo(4.743416, 6),
      rci: expect.closeTo(3.162278, 6),
      minimumChange: expect.closeTo(9.297096, 6),
    });
  });

  it('reproduces the published 90 % figure of CORE-10 from its spread and reliability', () => {
    const change = changeBetween(
      measured({ sd: 7.7, reliability: 0.9, direction: 'lower-is-better' }),
      aTotal(20),
      aTotal(11),
      1.645,
    );
    expect(change).toMatchObject({
      category: 'reliable-improvement',
      z: 1.645,
      sem: expect.closeTo(2.434954, 6),
      sDiff: expect.closeTo(3.443545, 6),
      minimumChange: expect.closeTo(5.664631, 6),
    });
  });

  // sd 7.5 and reliability .5 make the standard error of a difference exactly 7.5, so z = 2 makes the threshold exactly 15.
  it.each<[number, number, Direction, string]>([
    [40, 55, 'higher-is-better', 'no-reliable-change'],
    [40, 25, 'higher-is-better', 'no-reliable-change'],
    [40, 55.01, 'higher-is-better', 'reliable-improvement'],
    [40, 24.99, 'higher-is-better', 'reliable-worsening'],
    [40, 55.01, 'lower-is-better', 'reliable-worsening'],
    [40, 24.99, 'lower-is-better', 'reliable-improvement'],
    [40, 40, 'lower-is-better', 'no-reliable-change'],
  ])('from %d to %d with %s is %s when the threshold is exactly 15', (x1, x2, direction, category) => {
    const change = changeBetween(measured({ reliability: 0.5, direction }), aTotal(x1), aTotal(x2), 2);
    expect(change).toMatchObject({ kind: 'reliable-change', category, minimumChange: 15 });
  });

  it('counts a tie as not reached when the arithmetic falls a hair short of it', () => {
    // 5 x sqrt(2 x 0.08) = 2, times 2 = 4; in floating point it comes out just below 4.
    const change = changeBetween(measured({ sd: 5, reliability: 0.92 }), aTotal(10), aTotal(14), 2);
    expect(change).toMatchObject({ kind: 'reliable-change', category: 'no-reliable-change' });
    expect(change.kind === 'reliable-change' && change.minimumChange).toBeLessThan(4);
  });

  it('mirrors the category when the two scores change places', () => {
    const mirror = new Map([
      ['reliable-improvement', 'reliable-worsening'],
      ['reliable-worsening', 'reliable-improvement'],
      ['no-reliable-change', 'no-reliable-change'],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (x1, x2) => {
        const there = changeBetween(measured(), aTotal(x1), aTotal(x2));
        const back = changeBetween(measured(), aTotal(x2), aTotal(x1));
        expect(outcome(back)).toBe(mirror.get(outcome(there)));
      }),
    );
  });

  it.each<[string, Figures, number]>([
    ['the spread is zero', { sd: 0 }, Z_95],
    ['the spread is negative', { sd: -1 }, Z_95],
    ['the spread is not a number', { sd: Number.NaN }, Z_95],
    ['the reliability is one', { reliability: 1 }, Z_95],
    ['the reliability is negative', { reliability: -0.1 }, Z_95],
    ['z is zero', {}, 0],
    ['z is infinite', {}, Infinity],
  ])('cannot say when %s', (_, figures, z) => {
    const change = changeBetween(measured(figures), aTotal(10), aTotal(90), z);
    expect(change).toMatchObject({ kind: 'cannot-say', reason: 'unusable-parameters', difference: 80 });
  });

  it('cannot say when no source tells which way is better', () => {
    expect(outcome(changeBetween(measured({ direction: null }), aTotal(10), aTotal(90)))).toBe('no-direction');
  });

  it('cannot say when one of the two has no total', () => {
    const change = changeBetween(measured(), aTotal(null), aTotal(90));
    expect(change).toMatchObject({ reason: 'not-scored', before: null, after: 90, difference: null });
    expect(outcome(changeBetween(measured(), aTotal(90), aTotal(null)))).toBe('not-scored');
  });

  // Threshold 9.297.
  it.each<[string, Span, Span, string]>([
    [
      'reliable when every filling-in agrees',
      { lowest: 30, highest: 32 },
      { lowest: 45, highest: 50 },
      'reliable-improvement',
    ],
    [
      'unchanged when every filling-in agrees',
      { lowest: 30, highest: 32 },
      { lowest: 31, highest: 34 },
      'no-reliable-change',
    ],
    [
      'unsaid when one end would not be reliable',
      { lowest: 30, highest: 40 },
      { lowest: 45, highest: 50 },
      'missing-items',
    ],
    [
      'unsaid when one end would be reliable',
      { lowest: 30, highest: 32 },
      { lowest: 31, highest: 45 },
      'missing-items',
    ],
  ])('leaves it %s', (_, first, second, expected) => {
    const middle = (span: Span) => (span.lowest + span.highest) / 2;
    const change = changeBetween(measured(), aTotal(middle(first), first), aTotal(middle(second), second));
    expect(outcome(change)).toBe(expected);
    expect(change.possible).toEqual({ lowest: second.lowest - first.highest, highest: second.highest - first.lowest });
  });

  it.each([
    ['the wording', { version: '2.0.0' }],
    ['the scoring', { scoringVersion: '2.0.0' }],
  ])('cannot say, and gives no difference, when %s has another version', (_, edition) => {
    const definition = measured();
    const [before, later] = [aTotal(10), { ...aTotal(90), instrument: { ...aTotal(90).instrument, ...edition } }];
    for (const [one, two] of [
      [before, later],
      [later, before],
      [later, later],
    ] as const) {
      expect(changeBetween(definition, one, two)).toMatchObject({
        reason: 'different-version',
        difference: null,
        possible: null,
        subscales: [],
      });
    }
  });

  it('cannot say, and gives no difference, when the two are different instruments', () => {
    const check = scored(
      copingAndSelfCareCheck,
      copingAndSelfCareCheck.items.map(() => 2),
    );
    expect(changeBetween(measured(), aTotal(10), check)).toMatchObject({
      reason: 'different-instrument',
      difference: null,
    });
    expect(changeBetween(measured(), check, aTotal(10))).toMatchObject({
      reason: 'different-instrument',
      difference: null,
    });
  });
});

describe('changeBetween for the coping and self-care check', () => {
  const all = (value: number) => copingAndSelfCareCheck.items.map(() => value);

  it('gives the plain differences and says why it says no more', () => {
    const answers: (number | null)[] = all(2);
    const before = scored(copingAndSelfCareCheck, answers);
    answers[0] = 4; // self-care-1, a reversed item: 2 counted before, 0 now
    answers[4] = 3; // limits-1
    const change = changeBetween(copingAndSelfCareCheck, before, scored(copingAndSelfCareCheck, answers));
    expect(change).toMatchObject({
      kind: 'cannot-say',
      reason: 'no-parameters',
      before: 36,
      after: 35,
      difference: -1,
      possible: { lowest: -1, highest: -1 },
    });
    expect(change.subscales.map(({ id, difference }) => [id, difference])).toEqual([
      ['self-care', -2],
      ['carrying', 0],
      ['feelings', 0],
      ['helping', 0],
      ['limits', 1],
      ['worry', 0],
    ]);
  });

  it('leaves the difference of an area open when that area was not scored once', () => {
    const answers: (number | null)[] = all(2);
    const before = scored(copingAndSelfCareCheck, answers);
    answers[0] = null;
    answers[6] = null;
    const change = changeBetween(copingAndSelfCareCheck, before, scored(copingAndSelfCareCheck, answers));
    expect(change).toMatchObject({ reason: 'not-scored', before: 36, after: null, difference: null });
    expect(change.subscales[0]).toEqual({ id: 'self-care', before: 6, after: null, difference: null });
    expect(change.subscales[1]).toEqual({ id: 'carrying', before: 6, after: 6, difference: 0 });
  });

  it('has a sentence in both languages whatever the reason', () => {
    const change = changeBetween(
      copingAndSelfCareCheck,
      scored(copingAndSelfCareCheck, all(1)),
      scored(copingAndSelfCareCheck, all(1)),
    );
    expect(change.sentence.en).toMatch(/^We cannot say: .+\.$/);
    expect(change.sentence.es).toMatch(/^No podemos decirlo: .+\.$/);
  });
});
