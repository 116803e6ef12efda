import { aSession } from './families-dashboard.builder';
import { nextWords, noteWords, roomIsNear, sessionTitle, statusWords, summaryWords, waited } from './session-words';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (hours: number): string => new Date(now.getTime() - (hours + 1) * 3_600_000).toISOString();

describe('noteWords', () => {
  it.each([
    [0.5, 'Note not signed', 'plain'],
    [5, 'Note not signed, 5 hours', 'plain'],
    [24, 'Note not signed, 1 day', 'due'],
    [72, 'Note not signed, 3 days', 'urgent'],
  ])('grows louder when a draft is %d hours old', (hours, words, tone) => {
    expect(noteWords(aSession({ startsAt: ago(hours), noteState: 'draft' }), now)).toEqual({ words, tone });
  });
  it('tells a note nobody began from one in draft', () => {
    expect(noteWords(aSession({ startsAt: ago(30), noteState: null }), now)?.words).toBe('No note yet, 1 day');
  });
  it('rests when the note is signed', () => {
    expect(noteWords(aSession({ startsAt: ago(500) }), now)).toEqual({ words: 'Note signed', tone: 'good' });
  });
});

describe('statusWords', () => {
  it.each([
    ['closed', '2026-11-20T10:00:00Z', null],
    ['held', '2026-11-24T11:00:00Z', 'Not closed yet'],
    ['cancelled', '2026-11-20T10:00:00Z', 'Called off'],
    ['planned', '2026-11-24T11:00:00Z', 'Not opened yet'],
    ['planned', '2026-11-24T13:00:00Z', 'Planned'],
  ] as const)('speaks of a session that is %s and began %s as %s', (status, startsAt, words) => {
    expect(statusWords(aSession({ status, startsAt }), now)?.words ?? null).toBe(words);
  });
});

describe('summaryWords', () => {
  it.each([
    ['released', 'Summary shared'],
    ['draft', 'Summary in draft'],
    [null, 'No summary yet'],
  ] as const)('says of a summary that is %s: %s', (summaryState, words) => {
    expect(summaryWords(aSession({ summaryState }))?.words).toBe(words);
  });
});

describe('nextWords', () => {
  const words = { moment: () => 'today 14:00', time: () => '14:00' };
  const next = (over = {}) => ({
    ...aSession({ status: 'planned', startsAt: '2026-11-24T13:00:00Z' }),
    room: 'Room 2',
    ...over,
  });

  it('says when and where when it is to come', () => {
    expect(nextWords(next(), now, words)).toBe('Next: today 14:00, Room 2');
  });
  it('says how when nobody needs a room', () => {
    expect(nextWords(next({ modality: 'video' }), now, words)).toBe('Next: today 14:00, by video');
  });
  it('says since when while it runs', () => {
    expect(nextWords(next({ startsAt: now.toISOString(), room: null }), now, words)).toBe('Now, since 14:00');
  });
});

describe('roomIsNear', () => {
  it('offers the room from an hour before', () => {
    const at = (minutes: number) => ({ startsAt: new Date(now.getTime() + minutes * 60_000).toISOString() });
    expect([61, 60, -20].map((minutes) => roomIsNear(at(minutes), now))).toEqual([false, true, true]);
  });
});

describe('waited', () => {
  it('counts in whole hours, then in whole days', () => {
    const hour = 3_600_000;
    expect([0, 0.9, 1, 23.9, 24, 47, 48].map((hours) => waited(hours * hour))).toEqual([
      'less than an hour',
      'less than an hour',
      '1 hour',
      '23 hours',
      '1 day',
      '1 day',
      '2 days',
    ]);
  });
});

describe('sessionTitle', () => {
  it('names the way only when it was not in person', () => {
    expect(sessionTitle({ kind: 'subset', modality: 'in-person' })).toBe('Session with some of the family');
    expect(sessionTitle({ kind: 'individual', modality: 'phone' })).toBe('Session with one member, by phone');
  });
});
