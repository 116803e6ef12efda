import fc from 'fast-check';
import { INSTRUMENTS } from './catalogue';
import { itemSpan, turnAround, type InstrumentDefinition } from './instrument';
import { score, type Score } from './score';

function scored(answers: unknown, of: InstrumentDefinition): Score {
  const result = score(of, answers);
  if (!result.ok) {
    throw new Error(`refused: ${result.code}`);
  }
  return result;
}

/** Answers to every item of a definition, left-out ones among them when asked for. */
function answersTo(of: InstrumentDefinition, leftOut: 'some-left-out' | 'none-left-out') {
  return fc.tuple(
    ...of.items.map((item) => {
      const value = fc.constantFrom(...item.options.map((option) => option.value));
      return leftOut === 'some-left-out' ? fc.option(value, { nil: null, freq: 2 }) : value;
    }),
  );
}

describe.each(INSTRUMENTS.map((instrument) => ({ name: `${instrument.id} ${instrument.version}`, instrument })))(
  'every score of $name',
  ({ instrument }) => {
    it('gives the answer back when it is turned around twice', () => {
      for (const item of instrument.items) {
        for (const { value } of item.options) {
          expect(turnAround(item, turnAround(item, value))).toBe(value);
          expect(item.options.map((option) => option.value)).toContain(turnAround(item, value));
        }
      }
    });

    it('lies within its bounds, and they within the range, when anything is left out', () => {
      fc.assert(
        fc.property(answersTo(instrument, 'some-left-out'), (answers) => {
          const result = scored(answers, instrument);
          for (const part of [{ ...result, value: result.total }, ...result.subscales]) {
            expect(part.bounds.lowest).toBeGreaterThanOrEqual(part.range.lowest);
            expect(part.bounds.highest).toBeLessThanOrEqual(part.range.highest);
            if (part.value !== null) {
              expect(part.value).toBeGreaterThanOrEqual(part.bounds.lowest - 1e-9);
              expect(part.value).toBeLessThanOrEqual(part.bounds.highest + 1e-9);
            }
          }
        }),
      );
    });

    it('has the bounds reached by filling in what is left out', () => {
      fc.assert(
        fc.property(answersTo(instrument, 'some-left-out'), (answers) => {
          const filled = (end: 'lowest' | 'highest') =>
            instrument.items.map((item, index) => {
              const span = itemSpan(item);
              const counted = end === 'lowest' ? span.lowest : span.highest;
              return answers[index] ?? (instrument.reversed.includes(item.id) ? turnAround(item, counted) : counted);
            });
          const { bounds } = scored(answers, instrument);
          expect(scored(filled('lowest'), instrument).total).toBe(bounds.lowest);
          expect(scored(filled('highest'), instrument).total).toBe(bounds.highest);
        }),
      );
    });

    it('is the plain sum of what counts when nothing is left out', () => {
      fc.assert(
        fc.property(answersTo(instrument, 'none-left-out'), (answers) => {
          const result = scored(answers, instrument);
          const counts = result.working.flatMap((step) => (step.kind === 'item' ? [step.counts ?? Number.NaN] : []));
          expect(result.method).toBe('full-sum');
          expect(result.total).toBe(counts.reduce((sum, value) => sum + value, 0));
        }),
      );
    });

    it('stays the same when a left-out item is answered with the average of its area', () => {
      fc.assert(
        fc.property(fc.constantFrom(...instrument.subscales), fc.nat(), fc.nat(), ({ plus }, seed, which) => {
          const open = plus[which % plus.length];
          const alike = (id: string, item: InstrumentDefinition['items'][number]) => {
            const value = item.options[seed % item.options.length]?.value ?? Number.NaN;
            return instrument.reversed.includes(id) ? turnAround(item, value) : value;
          };
          const complete = instrument.items.map((item) => alike(item.id, item));
          const withGap = complete.map((value, index) => (instrument.items[index]?.id === open ? null : value));
          expect(scored(withGap, instrument)).toMatchObject({
            method: 'prorated',
            total: scored(complete, instrument).total,
          });
        }),
      );
    });

    it('is the same when the answers come in another order, or the items and areas stand in another order', () => {
      fc.assert(
        fc.property(answersTo(instrument, 'some-left-out'), fc.nat(), (answers, turn) => {
          const rotate = <T>(list: readonly T[]): T[] => [
            ...list.slice(turn % list.length),
            ...list.slice(0, turn % list.length),
          ];
          const expected = scored(answers, instrument);
          const byName = instrument.items.map((item, index): [string, number | null] => [
            item.id,
            answers[index] ?? null,
          ]);
          expect(scored(Object.fromEntries(rotate(byName)), instrument)).toEqual(expected);
          const shuffled = {
            ...instrument,
            items: rotate(instrument.items),
            subscales: rotate(instrument.subscales).map((subscale) => ({ ...subscale, plus: rotate(subscale.plus) })),
          };
          const again = scored(rotate(answers), shuffled);
          expect(again).toMatchObject({ total: expected.total, method: expected.method, bounds: expected.bounds });
          expect(new Map(again.subscales.map((one) => [one.id, one]))).toEqual(
            new Map(expected.subscales.map((one) => [one.id, one])),
          );
        }),
      );
    });
  },
);
