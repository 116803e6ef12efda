import { clockWords, readTimer, spokenTimer } from './timer';

const start = Date.parse('2026-11-24T14:00:00Z');
const after = (seconds: number): number => start + seconds * 1000;

describe('readTimer', () => {
  it.each([
    [0, 50, { elapsed: 0, left: 3000, share: 0, over: false }],
    [1500, 50, { elapsed: 1500, left: 1500, share: 0.5, over: false }],
    [3000, 50, { elapsed: 3000, left: 0, share: 1, over: false }],
    [3001, 50, { elapsed: 3001, left: -1, share: 1, over: true }],
    [90, null, { elapsed: 90, left: null, share: null, over: false }],
    [90, 0, { elapsed: 90, left: null, share: null, over: false }],
  ])('reads the plan when %i seconds of %s minutes have gone', (seconds, planned, reading) => {
    expect(readTimer(start, after(seconds), planned)).toEqual(reading);
  });

  it('stays at zero when the clock of the device is behind', () => {
    expect(readTimer(start, after(-30), 50)).toMatchObject({ elapsed: 0, over: false });
  });
});

describe('clockWords', () => {
  it.each([
    [0, '0:00'],
    [5, '0:05'],
    [245, '4:05'],
    [3600, '1:00:00'],
    [3729, '1:02:09'],
    [-61, '+1:01'],
  ])('are those of a clock when there are %i seconds', (seconds, words) => {
    expect(clockWords(seconds)).toBe(words);
  });
});

describe('spokenTimer', () => {
  it.each([
    [0, 50, '50 minutes left'],
    [2950, 50, '1 minute left'],
    [3120, 50, '2 minutes over'],
    [61, null, '2 minutes so far'],
  ])('says whole minutes when %i seconds of %s minutes have gone', (seconds, planned, words) => {
    expect(spokenTimer(readTimer(start, after(seconds), planned))).toBe(words);
  });
});
