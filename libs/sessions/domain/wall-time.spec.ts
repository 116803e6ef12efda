import fc from 'fast-check';
import { instantOf, wallTimeOf, zoneOffset } from './index';

const refusal = (code: string) =>
  expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'localStart', code })] });
const iso = (local: string, zone: string): string => new Date(instantOf(local, zoneOffset(zone))).toISOString();

describe('instantOf', () => {
  it.each([
    ['Europe/Madrid', '2026-11-24T14:00', '2026-11-24T13:00:00.000Z'],
    ['Europe/Madrid', '2026-07-01T14:00', '2026-07-01T12:00:00.000Z'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-09T14:00', '2026-03-09T08:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:30', '2025-12-31T10:30:00.000Z'],
    ['America/St_Johns', '2026-12-01T09:00', '2026-12-01T12:30:00.000Z'],
    ['UTC', '2026-02-28T23:59', '2026-02-28T23:59:00.000Z'],
  ])('finds the instant in %s when the clocks show %s', (zone, local, instant) => {
    expect(iso(local, zone)).toBe(instant);
  });

  it.each([
    ['Europe/Madrid', '2026-03-29T02:00'],
    ['Europe/Madrid', '2026-03-29T02:59'],
    ['America/New_York', '2026-03-08T02:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15'],
  ])('refuses a time in %s when the clocks skip it (%s)', (zone, local) => {
    expect(() => instantOf(local, zoneOffset(zone))).toThrow(refusal('local_time_skipped'));
  });

  it.each([
    ['Europe/Madrid', '2026-10-25T02:00'],
    ['Europe/Madrid', '2026-10-25T02:59'],
    ['America/New_York', '2026-11-01T01:30'],
    ['Australia/Lord_Howe', '2026-04-05T01:45'],
  ])('refuses a time in %s when the clocks show it twice (%s)', (zone, local) => {
    expect(() => instantOf(local, zoneOffset(zone))).toThrow(refusal('local_time_twice'));
  });

  const BESIDE = ['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T01:59', '2026-10-25T03:00'];
  it.each(BESIDE)('accepts %s in Madrid when it lies right beside a change', (local) => {
    expect(wallTimeOf(instantOf(local, zoneOffset('Europe/Madrid')), zoneOffset('Europe/Madrid'))).toBe(local);
  });

  it('names the field that was asked about when a time is refused', () => {
    expect(() => instantOf('2026-03-29T02:30', zoneOffset('Europe/Madrid'), 'startedAt')).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field: 'startedAt' })] }),
    );
  });

  it('gives back every instant or refuses its wall time when any zone and minute come', () => {
    const zone = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'UTC',
      'Africa/Casablanca',
    );
    const minute = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (name, minutes) => {
        const offsetAt = zoneOffset(name);
        const local = wallTimeOf(minutes * 60_000, offsetAt);
        try {
          expect(instantOf(local, offsetAt)).toBe(minutes * 60_000);
        } catch (error) {
          // A wall time that was shown at an instant exists; the only honest refusal is that it was shown twice.
          expect(error).toEqual(refusal('local_time_twice'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a zone nobody knows when it is asked for', () => {
    expect(() => zoneOffset('Europe/Nowhere')).toThrow(RangeError);
  });
});
