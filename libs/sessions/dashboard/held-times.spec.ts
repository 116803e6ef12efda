import { heldTexts, heldTimes } from './held-times';

const ZONE = 'Europe/Madrid';
const known = { startedAt: '2026-11-24T13:02:17.250Z', stoppedAt: '2026-11-24T13:51:40.000Z' };

describe('heldTimes', () => {
  it('writes what the room knows as wall times', () => {
    expect(heldTexts(known, ZONE)).toEqual({ started: '14:02', stopped: '14:51' });
  });
  it('keeps the seconds when nobody changed a field', () => {
    expect(heldTimes(heldTexts(known, ZONE), known, ZONE)).toEqual(known);
  });
  it('keeps a session apart when it began and stopped in the same minute', () => {
    const short = { startedAt: '2026-11-24T13:02:01.000Z', stoppedAt: '2026-11-24T13:02:59.000Z' };
    expect(heldTimes(heldTexts(short, ZONE), short, ZONE)).toEqual(short);
  });
  it('reads a changed field on the day of the session', () => {
    expect(heldTimes({ started: '13:55', stopped: '14:45' }, known, ZONE)).toEqual({
      startedAt: '2026-11-24T12:55:00.000Z',
      stoppedAt: '2026-11-24T13:45:00.000Z',
    });
  });
  it('goes on to the next day when it stopped after midnight', () => {
    const late = { startedAt: '2026-11-24T22:30:00.000Z', stoppedAt: '2026-11-24T23:20:00.000Z' };
    expect(heldTimes({ started: '23:30', stopped: '00:10' }, late, ZONE).stoppedAt).toBe('2026-11-24T23:10:00.000Z');
  });
  it('refuses a time when the clocks skip it', () => {
    const spring = { startedAt: '2026-03-29T00:30:00.000Z', stoppedAt: '2026-03-29T02:00:00.000Z' };
    expect(() => heldTimes({ started: '01:30', stopped: '02:30' }, spring, ZONE)).toThrow(
      expect.objectContaining({ kind: 'invalid' }),
    );
  });
});
