import type { MemberAnswer, PastSessionAnswer, ScoreAnswer } from '@kinfold/shared/contract/staff';

/** A member as the API answers; a test says only what it is about. */
export function aMember(over: Partial<MemberAnswer> = {}): MemberAnswer {
  return {
    id: 'rosa',
    personId: 'p-rosa',
    givenName: 'Rosa',
    familyName: 'Ibarra',
    nickname: null,
    birthDate: '1961-05-04',
    standing: 'parent',
    safeContact: 'any',
    joinedOn: '2026-03-01',
    leftOn: null,
    diedOn: null,
    place: 0,
    version: 1,
    ...over,
  };
}

/** A closed session of an hour with everything signed and shared. */
export function aSession(over: Partial<PastSessionAnswer> = {}): PastSessionAnswer {
  const startsAt = over.startsAt ?? '2026-11-10T15:00:00Z';
  return {
    id: 's',
    kind: 'family',
    modality: 'in-person',
    localStart: startsAt.slice(0, 16),
    timeZone: 'Europe/Madrid',
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    status: 'closed',
    noteId: 'n',
    noteState: 'signed',
    noteSignedAt: startsAt,
    summaryId: 'y',
    summaryState: 'released',
    ...over,
    startsAt,
  };
}

/** A total of the check for relatives. */
export function aScore(over: Partial<ScoreAnswer> = {}): ScoreAnswer {
  return {
    id: 'c',
    administrationId: 'a',
    memberId: 'rosa',
    instrument: 'coping-and-self-care-check',
    value: 31,
    min: 0,
    max: 72,
    takenOn: '2026-11-10',
    ...over,
  };
}
