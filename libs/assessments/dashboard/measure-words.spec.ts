import type { WorkingLineAnswer } from '@kinfold/shared/contract/staff';
import { byArea, certaintyWords, dotPlaces, totalWords, valueWords, type Sum } from './measure-words';

const aSum = (over: Partial<Sum> = {}): Sum => ({
  value: 31,
  method: 'full-sum',
  min: 0,
  max: 72,
  low: 31,
  high: 31,
  answered: 18,
  items: 18,
  ...over,
});
const line = (kind: WorkingLineAnswer['kind'], about: string): WorkingLineAnswer => ({
  kind,
  about: { en: about, es: about },
  working: { en: '', es: '' },
});

describe('totalWords', () => {
  it('says the number and what is possible, and never zero when there is none', () => {
    expect(totalWords(aSum())).toBe('31, possible 0 to 72');
    expect(totalWords(aSum({ value: 39.666 }))).toBe('39.67, possible 0 to 72');
    expect(totalWords(aSum({ value: 0 }))).toBe('0, possible 0 to 72');
    expect(totalWords(aSum({ value: null, method: 'missing' }))).toBe('no total');
    expect(valueWords(null)).toBe('no number');
  });
});

describe('certaintyWords', () => {
  it('says between which numbers the total lies when questions were left out', () => {
    expect(certaintyWords(aSum({ method: 'prorated', answered: 16, low: 29, high: 37 }))).toBe(
      '16 of 18 questions were answered; the average of the same area stands in for the rest. ' +
        'Depending on what was left out, the total lies between 29 and 37.',
    );
  });

  it('tells nothing answered from too little answered when there is no total', () => {
    expect(certaintyWords(aSum({ method: 'missing', value: null, answered: 0 }))).toContain('not the same as zero');
    expect(certaintyWords(aSum({ method: 'not-scored', value: null, answered: 9 }))).toContain(
      'too few in at least one area',
    );
    expect(certaintyWords(aSum())).toBe('All 18 questions were answered.');
  });
});

describe('byArea', () => {
  it('puts every item under the sum that follows it and the total apart when the working is complete', () => {
    const lines = [
      line('item', 'a'),
      line('item', 'b'),
      line('subscale', 'A'),
      line('item', 'c'),
      line('subscale', 'B'),
      line('total', 'T'),
    ];
    const { areas, total } = byArea(lines);
    expect(areas.map(({ sum, items }) => [sum.about.en, ...items.map(({ about }) => about.en)])).toEqual([
      ['A', 'a', 'b'],
      ['B', 'c'],
    ]);
    expect(total?.about.en).toBe('T');
    expect(byArea([])).toEqual({ areas: [], total: null });
  });
});

describe('dotPlaces', () => {
  it('places now and before on the range, and the band where something was left out', () => {
    expect(dotPlaces(aSum({ value: 36, low: 18, high: 54 }), 72)).toEqual({
      value: 0.5,
      before: 1,
      low: 0.25,
      high: 0.75,
    });
    expect(dotPlaces(aSum({ min: -10, max: 10, value: 0, low: 0, high: 0 }))).toMatchObject({
      value: 0.5,
      before: null,
    });
  });

  it('draws no dot when there is no number, and stays on the line when the range is a point', () => {
    expect(dotPlaces(aSum({ value: null }), null)).toMatchObject({ value: null, before: null });
    expect(dotPlaces(aSum({ min: 5, max: 5, value: 5, low: 5, high: 5 }))).toEqual({
      value: 0,
      before: null,
      low: 0,
      high: 0,
    });
  });
});
