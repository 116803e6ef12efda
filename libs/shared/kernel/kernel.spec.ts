import fc from 'fast-check';
import { canonicalJson, daysBetween, daysInMonth, foldName, initialsOf, isDay, isId, nameWords } from './index';

describe('isDay', () => {
  it.each(['2026-11-22', '2024-02-29', '1900-01-01', '2199-12-31'])('accepts %s', (day) => {
    expect(isDay(day)).toBe(true);
  });
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-04-01',
    '1899-12-31',
    '2026-4-1',
    '',
    null,
    20260401,
  ])('refuses %p', (day) => {
    expect(isDay(day)).toBe(false);
  });
  it('agrees with the calendar of the platform when the day exists', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });
});

describe('daysInMonth', () => {
  it('knows leap years when centuries turn', () => {
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2024, 2), daysInMonth(2026, 2)]).toEqual([
      28, 29, 29, 28,
    ]);
  });
});

describe('daysBetween', () => {
  it('counts days when the months differ', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });
});

describe('isId', () => {
  it('accepts random ids only when they are version 4 in lower case', () => {
    expect(isId('3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab')).toBe(true);
    expect(isId('3F2B8C1E-7D4A-4F6B-9A1C-0123456789AB')).toBe(false);
    expect(isId('018f2b8c-7d4a-7f6b-9a1c-0123456789ab')).toBe(false);
    expect(isId("'; drop table family; --")).toBe(false);
  });
});

describe('names', () => {
  it('folds accents and case when names are compared', () => {
    expect(foldName('  José  ÁLVAREZ ')).toBe('jose alvarez');
    expect(nameWords("Mary-Ann O'Neil")).toEqual(['mary', 'ann', 'o', 'neil']);
    expect(initialsOf('Ana María Ruiz')).toBe('amr');
  });
});

describe('canonicalJson', () => {
  it('gives the same text when keys come in another order', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { d: true, c: 0.5 } })).toBe(
      '{"a":{"c":0.5,"d":true},"b":[1,"x",null]}',
    );
  });
  it('keeps the value when it is read back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
        (value) => {
          expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
        },
      ),
    );
  });
  it('refuses a number when it is not finite', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });
});
