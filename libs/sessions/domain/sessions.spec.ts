import fc from 'fast-check';
import {
  ATTENDANCE_STATUSES,
  canStep,
  classOfMoment,
  classOfSession,
  countAttendance,
  isTechnique,
  mayOpen,
  MOMENT_KINDS,
  noteAge,
  requireAct,
  requireHeldTimes,
  requireLength,
  requireMayOpen,
  requireMembersFit,
  requireMoment,
  requireParticipants,
  requireParticipation,
  requirePlannable,
  requireRateable,
  requireStep,
  SESSION_ACTS,
  SESSION_STATUSES,
  SESSION_STEPS,
  type SessionAct,
  type SessionStatus,
  type SessionStep,
  TECHNIQUE_MODELS,
  techniqueOf,
  TECHNIQUES,
  wasThere,
} from './index';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 14);
const refusal = (field: string, code: string) =>
  expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field, code })] });
const STEPS = Object.keys(SESSION_STEPS).filter((step): step is SessionStep => step in SESSION_STEPS);

describe('session states', () => {
  /** The design, written down a second time: every step that is allowed, from where to where. */
  const ALLOWED = [
    'planned move planned',
    'planned open held',
    'held end held',
    'held resume held',
    'held close closed',
    'planned cancel cancelled',
    'held cancel cancelled',
  ];

  it('takes exactly the steps of the design when every step is tried in every state', () => {
    const taken = SESSION_STATUSES.flatMap((from) =>
      STEPS.filter((step) => canStep(step, from)).map((step) => `${from} ${step} ${requireStep(step, from)}`),
    );
    expect(taken.sort()).toEqual([...ALLOWED].sort());
  });
  it('refuses with a sentence when a step does not lead on from a state', () => {
    for (const from of SESSION_STATUSES) {
      for (const step of STEPS.filter((one) => !canStep(one, from))) {
        const said = { kind: 'conflict', code: 'wrong_state', message: SESSION_STEPS[step].otherwise };
        expect(() => requireStep(step, from)).toThrow(expect.objectContaining(said));
      }
    }
  });
  it('reaches every state and never leaves an end when any steps are tried', () => {
    const seen = new Set<SessionStatus>(['planned']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), (steps) => {
        let status: SessionStatus = 'planned';
        for (const step of steps) {
          const before: SessionStatus = status;
          if (canStep(step, status)) status = requireStep(step, status);
          if (before === 'closed' || before === 'cancelled') expect(status).toBe(before);
          seen.add(status);
        }
      }),
    );
    expect([...seen].sort()).toEqual([...SESSION_STATUSES].sort());
  });
  it.each<[SessionAct, readonly SessionStatus[]]>([
    ['attendance', ['planned', 'held']],
    ['moment', ['held']],
    ['participation', ['held', 'closed']],
  ])('lets %s be added when the session is in one of %j alone', (act, states) => {
    for (const status of SESSION_STATUSES) {
      if (states.includes(status)) expect(() => requireAct(act, status)).not.toThrow();
      else expect(() => requireAct(act, status)).toThrow(SESSION_ACTS[act].otherwise);
    }
  });
});

describe('session kinds', () => {
  it('holds for one member what is said alone and shares the rest', () => {
    expect([classOfSession('individual'), classOfSession('subset'), classOfSession('family')]).toEqual([
      'individual-confidential',
      'shared',
      'shared',
    ]);
  });
  it('asks for the right number of members when a kind is chosen', () => {
    expect(() => requireMembersFit('individual', 2)).toThrow(refusal('memberIds', 'one_member'));
    expect(() => requireMembersFit('family', 1)).toThrow(refusal('memberIds', 'two_members'));
    for (const [kind, members] of [
      ['individual', 1],
      ['subset', 2],
      ['family', 10],
    ] as const)
      expect(() => requireMembersFit(kind, members)).not.toThrow();
  });
});

describe('session times', () => {
  it.each([
    [9, false],
    [10, true],
    [50, true],
    [240, true],
    [241, false],
    [49.5, false],
  ])('judges %p minutes', (minutes, fits) => {
    if (fits) expect(() => requireLength(minutes)).not.toThrow();
    else expect(() => requireLength(minutes)).toThrow(refusal('minutes', 'session_length'));
  });
  it('refuses a start nobody can mean', () => {
    expect(() => requirePlannable(NOW - 30 * DAY - 1, NOW)).toThrow(refusal('localStart', 'too_long_ago'));
    expect(() => requirePlannable(NOW + 730 * DAY + 1, NOW)).toThrow(refusal('localStart', 'too_far_ahead'));
    expect(() => requirePlannable(NOW - 30 * DAY, NOW)).not.toThrow();
  });
  it('opens a room from twelve hours before the start on', () => {
    expect(mayOpen(NOW + 12 * HOUR, NOW)).toBe(true);
    expect(mayOpen(NOW + 12 * HOUR + 1, NOW)).toBe(false);
    expect(() => requireMayOpen(NOW + 13 * HOUR, NOW)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'too_early' }),
    );
  });
  it('refuses held times that cannot be', () => {
    expect(() => requireHeldTimes(NOW - HOUR, NOW + 1, NOW)).toThrow(refusal('stoppedAt', 'time_in_future'));
    expect(() => requireHeldTimes(NOW - HOUR, NOW - HOUR, NOW)).toThrow(refusal('stoppedAt', 'ends_before_start'));
    expect(() => requireHeldTimes(NOW - 13 * HOUR, NOW, NOW)).toThrow(refusal('startedAt', 'session_length'));
    expect(() => requireHeldTimes(NOW - HOUR, NOW, NOW)).not.toThrow();
  });
});

describe('attendance', () => {
  it('counts whoever took part in any way as there', () => {
    expect(ATTENDANCE_STATUSES.filter(wasThere)).toEqual(['present', 'remote', 'late', 'left-early']);
    expect(wasThere(null)).toBe(false);
    expect(countAttendance(['late', null, 'did-not-come', 'remote'])).toEqual({ there: 2, away: 1, open: 1 });
  });
  it('refuses a close when nobody was there', () => {
    expect(() => requireParticipants(['did-not-come', null, 'told-us-before'])).toThrow(
      expect.objectContaining({ code: 'nobody_there' }),
    );
    expect(() => requireParticipants([null, 'left-early'])).not.toThrow();
  });
});

describe('participation', () => {
  it('accepts whole steps from -3 to +3 and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: -10, max: 10 }), fc.double({ min: -10, max: 10, noNaN: true })),
        (value) => {
          const rate = (): void => requireParticipation({ engagement: 0, connection: 0, safety: value });
          if (Number.isInteger(value) && Math.abs(value) <= 3) expect(rate).not.toThrow();
          else expect(rate).toThrow(refusal('safety', 'participation_range'));
        },
      ),
    );
  });
  it('is rated only after the end and of whoever was there', () => {
    expect(() => requireRateable(false, 'present')).toThrow(expect.objectContaining({ code: 'not_ended' }));
    expect(() => requireRateable(true, null)).toThrow(refusal('memberId', 'not_there'));
    expect(() => requireRateable(true, 'remote')).not.toThrow();
  });
});

describe('moments', () => {
  const plain = { memberId: 'm', technique: null, words: null };
  it('accepts every kind when its member, technique and words fit', () => {
    for (const kind of MOMENT_KINDS) {
      expect(() =>
        requireMoment({ ...plain, kind, technique: kind === 'technique' ? 'speak-from-i' : null }),
      ).not.toThrow();
    }
  });
  it.each([
    [{ ...plain, kind: 'technique' as const }, 'technique', 'technique_unknown'],
    [{ ...plain, kind: 'technique' as const, technique: 'constructor' }, 'technique', 'technique_unknown'],
    [{ ...plain, kind: 'turn' as const, technique: 'speak-from-i' }, 'technique', 'technique_unexpected'],
    [{ ...plain, kind: 'homework' as const, memberId: null }, 'memberId', 'member_missing'],
    [{ ...plain, kind: 'turn' as const, words: 'hello' }, 'words', 'words_unexpected'],
  ])('refuses %j', (moment, field, code) => {
    expect(() => requireMoment(moment)).toThrow(refusal(field, code));
  });
  it('keeps a safety moment for the team and the rest as open as the session', () => {
    expect([
      classOfMoment('safety', 'shared'),
      classOfMoment('turn', 'shared'),
      classOfMoment('turn', 'individual-confidential'),
    ]).toEqual(['safety-restricted', 'shared', 'individual-confidential']);
  });
});

describe('techniques', () => {
  it('have ids of their own, a model each, and one sentence', () => {
    expect(new Set(TECHNIQUES.map((technique) => technique.id)).size).toBe(TECHNIQUES.length);
    expect(new Set(TECHNIQUES.map((technique) => technique.model))).toEqual(new Set(TECHNIQUE_MODELS));
    for (const { id, name, guide } of TECHNIQUES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(name.length).toBeLessThanOrEqual(30);
      expect(guide).toMatch(/^[A-Z][^.!?]*\.$/);
    }
  });
  it('are found by id and nothing else is', () => {
    expect(techniqueOf('thank-at-once')?.model).toBe('reinforcement');
    expect([isTechnique('thank-at-once'), isTechnique('Thank at once'), isTechnique('')]).toEqual([true, false, false]);
  });
});

describe('noteAge', () => {
  it.each([
    [0, 'fresh'],
    [23.9, 'fresh'],
    [24, 'due'],
    [48, 'late'],
    [72, 'overdue'],
  ])('says after %p hours that the note is %s', (hours, age) => {
    expect(noteAge(NOW - hours * HOUR, NOW)).toBe(age);
  });
});
