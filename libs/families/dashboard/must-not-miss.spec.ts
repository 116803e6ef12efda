import { aMember, aSession } from './families-dashboard.builder';
import { mustNotMiss, type StripFacts } from './must-not-miss';

const now = new Date('2026-11-24T12:00:00Z');
const lines = (facts: Partial<StripFacts>): readonly string[] =>
  mustNotMiss({ members: [], sessions: [], ...facts }, now, '2026-11-24', (day) => `<${day}>`);
const unsigned = (hoursAgo: number, over = {}) => {
  const ended = now.getTime() - hoursAgo * 3_600_000;
  return aSession({ startsAt: new Date(ended - 3_600_000).toISOString(), noteState: 'draft', ...over });
};

describe('mustNotMiss', () => {
  it('is silent when nothing waits and every way is safe', () => {
    expect(lines({ members: [aMember()], sessions: [aSession()] })).toEqual([]);
  });

  it('names everyone under one rule in one line', () => {
    const members = [
      aMember({ safeContact: 'no-voicemail' }),
      aMember({ id: 'tom', givenName: 'Tom', safeContact: 'no-voicemail' }),
      aMember({ id: 'ana', givenName: 'Ana', safeContact: 'only-in-person' }),
    ];
    expect(lines({ members })).toEqual(['No voicemail for Rosa and Tom', 'Only in person: Ana']);
  });

  it('does not speak of reaching somebody who has left or died', () => {
    const members = [
      aMember({ safeContact: 'no-messages', leftOn: '2026-06-01' }),
      aMember({ id: 'tom', givenName: 'Tom', safeContact: 'no-messages', diedOn: '2020-06-01' }),
    ];
    expect(lines({ members })).toEqual([]);
  });

  it('tells of a death for a year and not longer', () => {
    const died = (diedOn: string) => lines({ members: [aMember({ diedOn })] });
    expect(died('2025-11-23')).toEqual(['Rosa died <2025-11-23>']);
    expect(died('2025-11-22')).toEqual([]);
  });

  it('counts unsigned notes from the day they wait', () => {
    expect(lines({ sessions: [unsigned(23)] })).toEqual([]);
    expect(lines({ sessions: [unsigned(24)] })).toEqual(['A note is unsigned for 1 day']);
    expect(lines({ sessions: [unsigned(50), unsigned(100, { noteState: null })] })).toEqual([
      '2 notes are unsigned, the oldest for 4 days',
    ]);
  });

  it('expects no note when a session was called off or never opened', () => {
    expect(lines({ sessions: [unsigned(50, { status: 'cancelled' }), unsigned(50, { status: 'planned' })] })).toEqual(
      [],
    );
  });
});
