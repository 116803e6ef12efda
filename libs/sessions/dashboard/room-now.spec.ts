import type { SessionPageAnswer } from '@kinfold/shared/contract/staff';
import type { RoomAct } from './room-acts';
import { roomNow } from './room-now';

const member = (
  id: string,
  over: Partial<SessionPageAnswer['members'][number]> = {},
): SessionPageAnswer['members'][number] => ({
  id,
  givenName: id,
  familyName: 'Roldán',
  nickname: null,
  place: 0,
  attendance: null,
  participation: null,
  ...over,
});
const aSession = (over: Partial<SessionPageAnswer> = {}): SessionPageAnswer => ({
  id: 's',
  familyId: 'f',
  familyName: 'Roldán',
  familyCode: 'FA-22',
  kind: 'family',
  class: 'shared',
  modality: 'in-person',
  room: null,
  status: 'held',
  localStart: '2026-11-24T14:00:00',
  timeZone: 'Europe/Madrid',
  startsAt: '2026-11-24T13:00:00Z',
  endsAt: '2026-11-24T13:50:00Z',
  openedAt: '2026-11-24T13:00:00Z',
  startedAt: null,
  stoppedAt: null,
  cancelReason: null,
  cancelWords: null,
  clinicians: [],
  members: [member('Rosa'), member('Tomás', { nickname: 'Tom' })],
  moments: [],
  noteState: 'none',
  version: 2,
  ...over,
});
const tap = (id: string, at: string): RoomAct => ({
  act: 'moment',
  id,
  kind: 'agreement',
  memberId: null,
  technique: null,
  at,
});
const known = {
  id: 'a',
  kind: 'agreement' as const,
  class: 'shared' as const,
  memberId: null,
  technique: null,
  words: 'Dinner at eight',
  at: '2026-11-24T13:10:00Z',
  own: true,
};

describe('roomNow', () => {
  it('shows what was tapped here on top of what the server knows, the newest first', () => {
    const shown = roomNow(aSession({ moments: [known] }), [
      tap('b', '2026-11-24T13:20:00Z'),
      tap('c', '2026-11-24T13:05:00Z'),
    ]);
    expect(shown.moments.map((moment) => moment.id)).toEqual(['b', 'a', 'c']);
    expect(shown.moments.every((moment) => moment.own)).toBe(true);
  });

  it('changes nothing when the server knows an act already', () => {
    const acts: RoomAct[] = [tap('a', known.at), { act: 'words', id: 'w', momentId: 'a', words: 'Dinner at eight' }];
    expect(roomNow(aSession({ moments: [known] }), acts)).toEqual(roomNow(aSession({ moments: [known] }), []));
  });

  it('keeps the words of the server when only the tap is still known here', () => {
    expect(roomNow(aSession({ moments: [known] }), [tap('a', known.at)]).moments[0]?.words).toBe('Dinner at eight');
  });

  it('lets the newest mark count and calls members as they are called', () => {
    const marks: RoomAct[] = [
      { act: 'attendance', id: '1', memberId: 'Rosa', status: 'present' },
      { act: 'attendance', id: '2', memberId: 'Rosa', status: 'left-early' },
    ];
    expect(roomNow(aSession(), marks).members).toMatchObject([
      { called: 'Rosa', attendance: 'left-early' },
      { called: 'Tom', attendance: null },
    ]);
  });

  it('leaves out what was taken back, and words without their moment', () => {
    const acts: RoomAct[] = [
      { act: 'undo', id: 'u', momentId: 'a' },
      { act: 'words', id: 'w', momentId: 'a', words: 'again' },
    ];
    expect(roomNow(aSession({ moments: [known] }), acts).moments).toEqual([]);
  });
});
