import type { TodaySessionAnswer } from '@kinfold/shared/contract/staff';
import {
  actionOf,
  aheadWords,
  attendanceLine,
  badgesOf,
  currentOf,
  longDay,
  noteBadge,
  whatAndWhere,
} from './today-words';

const NOW = new Date('2026-11-24T15:00:00Z');
const ago = (hours: number): string => new Date(NOW.getTime() - hours * 3_600_000).toISOString();
const aSession = (over: Partial<TodaySessionAnswer> = {}): TodaySessionAnswer => ({
  id: 's',
  familyId: 'f',
  familyName: 'Roldán',
  familyCode: 'FA-22',
  kind: 'family',
  modality: 'in-person',
  room: 'Room 2',
  status: 'planned',
  localStart: '2026-11-24T17:00:00',
  timeZone: 'Europe/Madrid',
  startsAt: ago(-1),
  endsAt: ago(-2),
  clinicians: [],
  members: [],
  stoppedAt: null,
  noteState: 'none',
  measuresDue: [],
  ...over,
});
const member = (givenName: string, attendance: TodaySessionAnswer['members'][number]['attendance']) => ({
  id: givenName,
  givenName,
  familyName: 'R',
  place: 0,
  attendance,
});

describe('today in words', () => {
  it.each([
    [0.5, 'Note to write', 'plain'],
    [1, 'Note to write, 1 hour', 'plain'],
    [23, 'Note to write, 23 hours', 'plain'],
    [24, 'Note to write, 1 day', 'due'],
    [50, 'Note to write, 2 days', 'due'],
    [72, 'Note to write, 3 days', 'urgent'],
  ])('says after %p hours: %s', (hours, words, tone) => {
    expect(noteBadge('none', new Date(ago(hours)), NOW)).toMatchObject({ words, tone });
  });

  it('names what waits of a closed session and nothing of one that was called off', () => {
    const measuresDue = [
      { memberId: '1', givenName: 'Rosa' },
      { memberId: '2', givenName: 'Tom' },
    ];
    const closed = aSession({ status: 'closed', stoppedAt: ago(2), noteState: 'draft', measuresDue });
    expect(badgesOf(closed, NOW).map((badge) => badge.words)).toEqual([
      'Note in draft, 2 hours',
      'Measure due: Rosa, Tom',
    ]);
    expect(badgesOf({ ...closed, noteState: 'signed', measuresDue: [] }, NOW).map((badge) => badge.words)).toEqual([
      'Note signed',
    ]);
    expect(badgesOf({ ...closed, familyName: null, measuresDue: [] }, NOW).map((badge) => badge.words)).toEqual([
      'Closed',
    ]);
    expect(badgesOf(aSession({ status: 'cancelled', measuresDue }), NOW).map((badge) => badge.words)).toEqual([
      'Called off',
    ]);
  });

  it.each([
    [aSession(), 'Open the room'],
    [aSession({ status: 'held' }), 'Go on in the room'],
    [aSession({ status: 'closed' }), 'Write the note'],
    [aSession({ status: 'closed', noteState: 'draft' }), 'Finish the note'],
    [aSession({ status: 'closed', noteState: 'signed' }), 'Read the note'],
    [aSession({ status: 'cancelled' }), undefined],
    [aSession({ startsAt: ago(-30) }), undefined],
  ])('offers the one thing to do next', (session, words) => {
    expect(actionOf(session, NOW)?.words).toBe(words);
  });

  it('says that a planned session was not opened, and counts it no longer as ahead, when its time is over', () => {
    const over = aSession({ startsAt: ago(2), endsAt: ago(1) });
    expect(badgesOf(over, NOW).map((badge) => badge.words)).toEqual(['Not opened yet']);
    expect(badgesOf({ ...over, familyName: null }, NOW)).toEqual([]);
    expect(badgesOf(aSession(), NOW)).toEqual([]);
    expect(aheadWords([over], NOW)).toBe('nothing ahead');
    expect(aheadWords([over, aSession()], NOW)).toBe('one session ahead');
    expect(
      aheadWords([aSession({ status: 'held', endsAt: ago(1) }), aSession(), aSession({ status: 'closed' })], NOW),
    ).toBe('2 sessions ahead');
  });

  it('says where and who was there', () => {
    expect(whatAndWhere(aSession())).toBe('Family session, Room 2');
    expect(whatAndWhere(aSession({ kind: 'individual', modality: 'video', room: null }))).toBe(
      'Session with one member, by video',
    );
    expect(whatAndWhere(aSession({ room: null }))).toBe('Family session');
    expect(
      attendanceLine([
        member('Rosa', 'late'),
        member('Tom', 'told-us-before'),
        member('Ana', 'present'),
        member('Leo', null),
      ]),
    ).toBe('2 here, Tom told us before');
    expect(attendanceLine([member('Rosa', null)])).toBe('');
  });

  it('writes a day as people say it', () => {
    expect(longDay('2026-11-24', 'en')).toBe('Tuesday 24 November');
  });

  it('points at the session under way, else at the next one', () => {
    const over = aSession({ id: 'over', endsAt: ago(1) });
    const next = aSession({ id: 'next' });
    const held = aSession({ id: 'held', status: 'held', endsAt: ago(3) });
    expect(currentOf([over, next], NOW)?.id).toBe('next');
    expect(currentOf([over, next, held], NOW)?.id).toBe('held');
    expect(currentOf([over], NOW)).toBeNull();
  });
});
