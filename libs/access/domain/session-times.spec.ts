import fc from 'fast-check';

import { isIdleTimeout, sessionState, type SessionState, type SessionTimes } from './session-times';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 2, 1, 8);

/** Times told from the start of the session, in minutes. */
function at(now: number, lastActive: number, more: Partial<SessionTimes> = {}): SessionTimes {
  return {
    createdAt: start,
    lastActiveAt: start + lastActive * minute,
    now: start + now * minute,
    surface: 'staff',
    ...more,
  };
}

describe('sessionState', () => {
  test.each<[string, SessionTimes, SessionState]>([
    ['it has just begun', at(0, 0), 'live'],
    ['14 minutes and 59.999 seconds passed', at(15 - 1 / minute, 0), 'live'],
    ['15 minutes passed', at(15, 0), 'idle'],
    ['16 minutes passed', at(16, 0), 'idle'],
    ['activity came in between', at(29, 15), 'live'],
    ['11 hours 59 minutes of work passed', at(719, 718), 'live'],
    ['12 hours of work passed', at(720, 719), 'over'],
    ['it was idle and the 12 hours passed', at(800, 0), 'over'],
    ['a family worked nearly 8 hours', at(479, 478, { surface: 'portal' }), 'live'],
    ['a family worked 8 hours', at(480, 479, { surface: 'portal' }), 'over'],
    ['a family was idle for 15 minutes', at(15, 0, { surface: 'portal' }), 'idle'],
    ['the clinic chose 5 minutes', at(5, 0, { idleMinutes: 5 }), 'idle'],
    ['the clinic chose 30 minutes', at(29, 0, { idleMinutes: 30 }), 'live'],
    ['a setting is above the bounds', at(16, 0, { idleMinutes: 31 }), 'idle'],
    ['a setting is below the bounds', at(14, 0, { idleMinutes: 1 }), 'live'],
    ['a setting is no number', at(16, 0, { idleMinutes: Number.NaN }), 'idle'],
    ['a setting is endless', at(16, 0, { idleMinutes: Number.POSITIVE_INFINITY }), 'idle'],
    ['the last activity is a moment ahead', at(10, 10.5), 'live'],
    ['the last activity is far ahead', at(10, 12), 'over'],
    ['the beginning is far ahead', at(-2, -2), 'over'],
    ['the last activity lies before the beginning', at(10, -600), 'live'],
    ['the last activity is no time', at(10, Number.NaN), 'over'],
    ['the clock is no time', at(Number.NaN, 0), 'over'],
    ['the surface is unknown', at(1, 1, { surface: 'constructor' as 'staff' }), 'over'],
  ])('tells where it stands when %s', (_when, times, expected) => {
    expect(sessionState(times)).toBe(expected);
  });

  test('never comes back to life when time goes on without activity', () => {
    const order: readonly SessionState[] = ['live', 'idle', 'over'];
    const anyTime = fc.integer({ min: 0, max: 24 * hour });
    fc.assert(
      fc.property(anyTime, anyTime, fc.constantFrom('staff' as const, 'portal' as const), (first, second, surface) => {
        const [early, late] = first < second ? [first, second] : [second, first];
        const times = { createdAt: 0, lastActiveAt: 0, surface };
        const before = order.indexOf(sessionState({ ...times, now: early }));
        expect(order.indexOf(sessionState({ ...times, now: late }))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('isIdleTimeout', () => {
  test.each([
    [4, false],
    [5, true],
    [15, true],
    [30, true],
    [31, false],
    [7.5, false],
    [Number.NaN, false],
  ])('answers for %d minutes with %s when a clinic chooses it', (minutes, expected) => {
    expect(isIdleTimeout(minutes)).toBe(expected);
  });
});
