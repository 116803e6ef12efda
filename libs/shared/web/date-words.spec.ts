import { dayOf, dayWords, exactWords, momentWords, timeWords, type DateSetting } from './date-words';

const boston: DateSetting = { timeZone: 'America/New_York', language: 'en', deviceZone: 'America/New_York' };
const now = new Date('2026-11-24T15:00:00Z'); // a Tuesday, 10:00 in Boston

describe('momentWords', () => {
  it.each([
    ['2026-11-24T19:00:00Z', 'today 14:00'],
    ['2026-11-25T14:05:00Z', 'tomorrow 09:05'],
    ['2026-11-23T19:00:00Z', 'yesterday 14:00'],
    ['2026-12-01T19:00:00Z', 'Tue 1 Dec 14:00'],
    ['2025-11-24T19:00:00Z', '24 Nov 2025 14:00'],
    ['2026-11-25T04:30:00Z', 'today 23:30'],
    ['2026-11-25T05:00:00Z', 'tomorrow 00:00'],
  ])('are those people say when it is %s', (moment, words) => {
    expect(momentWords(new Date(moment), now, boston)).toBe(words);
  });

  it('name the zone when the device is elsewhere', () => {
    expect(momentWords(new Date('2026-11-24T19:00:00Z'), now, { ...boston, deviceZone: 'Europe/Madrid' })).toBe(
      'today 14:00 EST',
    );
  });

  it('are Spanish when the clinic is', () => {
    const setting = { ...boston, language: 'es' };
    expect(momentWords(new Date('2026-11-24T19:00:00Z'), now, setting)).toBe('hoy 14:00');
    expect(dayWords('2026-12-01', now, setting)).toBe('mar 1 dic');
  });
});

describe('dayWords', () => {
  it('count days and not hours when the clocks change in between', () => {
    const eve = new Date('2026-10-31T16:00:00Z');
    expect(dayWords('2026-11-01', eve, boston)).toBe('tomorrow');
    expect(dayWords('2026-11-02', new Date('2026-11-01T16:00:00Z'), boston)).toBe('tomorrow');
  });
});

describe('timeWords', () => {
  it('follow the clock of the clinic when summer time ends', () => {
    expect(timeWords(new Date('2026-10-30T18:00:00Z'), boston)).toBe('14:00');
    expect(timeWords(new Date('2026-11-02T19:00:00Z'), boston)).toBe('14:00');
  });
});

describe('exactWords', () => {
  it('hold everything when someone asks for the exact moment', () => {
    const words = exactWords(new Date('2026-11-24T19:00:00Z'), boston);
    for (const part of ['Tuesday', 'November', '24', '2026', '14:00', 'EST']) expect(words).toContain(part);
  });
});

describe('dayOf', () => {
  it('is the day at the clinic when it is already tomorrow elsewhere', () => {
    expect(dayOf(new Date('2026-11-25T03:00:00Z'), 'America/New_York')).toBe('2026-11-24');
    expect(dayOf(new Date('2026-11-25T03:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-25');
  });
});
