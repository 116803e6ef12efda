import fc from 'fast-check';
import { aMember, aScore, aSession } from './families-dashboard.builder';
import { instrumentName, mergeTimeline, type TimelineEntry } from './timeline';
import { timelineWords } from './timeline-words';

const now = new Date('2026-11-24T12:00:00Z');
const utcDay = (at: string): string => at.slice(0, 10);
const keys = (entries: readonly TimelineEntry[]): string[] => entries.map((entry) => entry.key);

describe('mergeTimeline', () => {
  it('puts the newest first when sessions and measures alternate', () => {
    const sessions = [
      aSession({ id: 'early', startsAt: '2026-11-02T09:00:00Z' }),
      aSession({ id: 'late', startsAt: '2026-11-16T09:00:00Z' }),
    ];
    const entries = mergeTimeline(sessions, [aScore({ takenOn: '2026-11-09' })], utcDay, now);
    expect(keys(entries)).toEqual(['late', '2026-11-09 coping-and-self-care-check', 'early']);
  });

  it('stands a session above the measures when both are of one day', () => {
    const entries = mergeTimeline([aSession({ startsAt: '2026-11-10T00:30:00Z' })], [aScore()], utcDay, now);
    expect(entries.map((entry) => entry.kind)).toEqual(['session', 'measure']);
  });

  it('goes by the day at the clinic when midnight lies between', () => {
    const sessions = [aSession({ startsAt: '2026-11-10T23:30:00Z' })];
    const entries = mergeTimeline(sessions, [aScore({ takenOn: '2026-11-10' })], () => '2026-11-09', now);
    expect(entries.map((entry) => entry.kind)).toEqual(['measure', 'session']);
  });

  it('leaves out a session when it has not begun', () => {
    const sessions = [
      aSession({ id: 'coming', startsAt: '2026-11-24T12:00:01Z' }),
      aSession({ id: 'begun', startsAt: '2026-11-24T12:00:00Z' }),
    ];
    expect(keys(mergeTimeline(sessions, [], utcDay, now))).toEqual(['begun']);
  });

  it('makes one entry of a measure when several members took it on one day', () => {
    const scores = [aScore(), aScore({ id: 'd', memberId: 'tom' }), aScore({ id: 'e', takenOn: '2026-11-03' })];
    const entries = mergeTimeline([], scores, utcDay, now);
    expect(entries.map((entry) => entry.kind === 'measure' && entry.scores.length)).toEqual([2, 1]);
  });

  it('does not depend on the order of arrival', () => {
    const day = fc.integer({ min: 1, max: 20 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
    const sessions = fc.uniqueArray(fc.record({ id: fc.uuid(), day, hour: fc.integer({ min: 0, max: 23 }) }), {
      selector: (one) => one.id,
    });
    const scores = fc.uniqueArray(fc.record({ id: fc.uuid(), takenOn: day }), { selector: (one) => one.id });
    fc.assert(
      fc.property(sessions, scores, (some, measured) => {
        const met = some.map(({ id, day: on, hour }) =>
          aSession({ id, startsAt: `${on}T${String(hour).padStart(2, '0')}:00:00Z` }),
        );
        const taken = measured.map((one) => aScore(one));
        const forward = keys(mergeTimeline(met, taken, utcDay, now));
        expect(keys(mergeTimeline(met.toReversed(), taken.toReversed(), utcDay, now))).toEqual(forward);
        const days = mergeTimeline(met, taken, utcDay, now).map((entry) => entry.day);
        expect(days).toEqual(days.toSorted().reverse());
      }),
    );
  });
});

describe('timelineWords', () => {
  const words = {
    moment: (at: string) => `moment ${at}`,
    day: (at: string) => `day ${at}`,
    exact: (at: string) => `exact ${at}`,
  };
  const entriesOf = (...parameters: [Parameters<typeof mergeTimeline>[0], Parameters<typeof mergeTimeline>[1]]) =>
    timelineWords(
      mergeTimeline(...parameters, utcDay, now),
      [aMember(), aMember({ id: 'tom', givenName: 'Tom', place: 4 })],
      now,
      words,
    );

  it('gives a number its range and the mark of the member', () => {
    const [entry] = entriesOf([], [aScore({ memberId: 'tom' })]);
    expect(entry).toMatchObject({
      title: 'Coping and self-care check',
      when: 'day 2026-11-10',
      scores: [{ name: 'Tom', mark: 'Tom Ibarra', place: 4, value: '31, from 0 to 72' }],
    });
  });

  it('rounds a prorated number to one decimal', () => {
    expect(entriesOf([], [aScore({ value: 44.471 })])).toMatchObject([{ scores: [{ value: '44.5, from 0 to 72' }] }]);
  });

  it('says why there is no number when too much was left out', () => {
    const [entry] = entriesOf([], [aScore({ value: null })]);
    expect(entry).toMatchObject({ scores: [{ value: 'no total, too much was left out' }] });
  });

  it('offers neither note nor summary when a session was called off', () => {
    const [entry] = entriesOf([aSession({ status: 'cancelled', noteState: null, summaryState: null })], []);
    expect(entry).toMatchObject({ status: { words: 'Called off' }, note: null, summary: null, tone: 'plain' });
  });
});

describe('instrumentName', () => {
  it('makes words of an id nobody here has a name for', () => {
    expect(instrumentName('family-functioning')).toBe('Family functioning');
  });
});
