import { copingAndSelfCareCheck, score, TOTAL } from '@kinfold/assessments/domain';
import { ATTENDANCE_STATUSES, requireMoment, wasThere } from '@kinfold/sessions/domain';
import { formatOf, positionOf } from '@kinfold/notes/domain';
import { isDay, isId } from '@kinfold/shared/kernel';
import fc from 'fast-check';
import { type ClinicWishes, clinicParts, generateClinic, type Rows, TABLES } from './index';

const wishes = (over: Partial<ClinicWishes> = {}): ClinicWishes => ({
  seed: 7,
  families: 12,
  today: '2026-03-10',
  minute: 600,
  zone: 'Europe/Madrid',
  language: 'en',
  domain: 'demo.kinfold.example',
  ...over,
});
const EVEN = { members: 5, sessions: 20 };
/** A handful of clinics that differ in everything that can be wished for. */
const CLINICS: readonly (readonly [string, ClinicWishes])[] = [
  ['a demo', wishes()],
  [
    'a demo in Spanish far from Greenwich',
    wishes({ seed: 8, language: 'es', zone: 'Pacific/Auckland', today: '2024-02-29' }),
  ],
  ['one family', wishes({ seed: 9, families: 1, minute: undefined })],
  [
    'a large clinic of like families',
    wishes({ seed: 10, families: 30, even: EVEN, zone: 'America/New_York', today: '2026-11-02' }),
  ],
];
const made = new Map(CLINICS.map(([name, wish]) => [name, generateClinic(wish)]));
const rowsOf = (name: string): Rows => made.get(name)?.rows ?? generateClinic(wishes()).rows;
const each = CLINICS.map(([name]) => [name] as const);
const demo = rowsOf('a demo');
const [firstFamily] = demo.family;

/** Column that points elsewhere, by table that it points to. */
const POINTS: Readonly<Record<string, readonly string[]>> = {
  account: [
    'accountId',
    'supervisorAccountId',
    'clinicianAccountId',
    'createdBy',
    'recordedBy',
    'ratedBy',
    'writtenBy',
    'updatedBy',
    'givenBy',
    'witnessedBy',
    'releasedBy',
    'disclosedBy',
  ],
  person: ['personId'],
  family: ['familyId'],
  member: [
    'memberId',
    'fromMemberId',
    'toMemberId',
    'respondentMemberId',
    'giverMemberId',
    'recipientMemberId',
    'aboutMemberId',
    'subjectMemberId',
  ],
  session: ['sessionId'],
  progress_note: ['noteId'],
  administration: ['administrationId'],
  consent: ['consentId'],
  summary: ['summaryId'],
  summary_line: ['lineId'],
};

describe('generateClinic', () => {
  it('makes the very same clinic when seed and day are the same', () => {
    expect(generateClinic(wishes())).toEqual(made.get('a demo'));
    expect(generateClinic(wishes({ seed: 11 })).rows.family[0]?.id).not.toBe(firstFamily?.id);
  });

  it('makes a family the same when the clinic has more families', () => {
    const namesOf = ({ person }: Rows): string[] => person.slice(0, 5).map(({ givenName }) => givenName);
    expect(namesOf(generateClinic(wishes({ families: 3 })).rows)).toEqual(namesOf(demo));
  });

  it.each(each)('gives every row of a table the same columns when it is %s', (name) => {
    for (const table of TABLES) {
      const shapes = new Set(rowsOf(name)[table].map((row) => Object.keys(row).join()));
      expect([table, shapes.size]).toEqual([table, Math.min(1, rowsOf(name)[table].length)]);
    }
  });

  it.each(each)('points only to rows of the same piece or an earlier one when it is %s', (name) => {
    const [, wish] = CLINICS.find(([one]) => one === name) ?? [name, wishes()];
    const known = new Set<string>();
    const missing: string[] = [];
    for (const { rows } of clinicParts(wish)) {
      for (const table of TABLES) {
        for (const row of rows[table]) if ('id' in row) known.add(`${table} ${row.id}`);
        for (const [target, columns] of Object.entries(POINTS)) {
          for (const row of rows[table]) {
            for (const [column, value] of Object.entries<unknown>({ ...row })) {
              if (columns.includes(column) && value !== null && !known.has(`${target} ${String(value)}`))
                missing.push(`${table}.${column}`);
            }
          }
        }
      }
    }
    expect(missing).toEqual([]);
    expect(known.size).toBeGreaterThan(100);
  });

  it.each(each)('makes ids and days that the database takes, each id once, when it is %s', (name) => {
    for (const table of TABLES) {
      const ids = rowsOf(name)[table].flatMap((row) => ('id' in row ? [row.id] : []));
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
      expect(ids.every(isId)).toBe(true);
    }
    const { member, person, relationship, consent } = rowsOf(name);
    const days = [
      ...member.map(({ joinedOn }) => joinedOn),
      ...person.map(({ birthDate }) => birthDate),
      ...consent.flatMap(({ signedOn, expiresOn }) => [signedOn, expiresOn]),
    ];
    expect(days.every(isDay)).toBe(true);
    expect(
      relationship.every(({ startedOn, endedOn }) => endedOn === null || startedOn === null || startedOn <= endedOn),
    ).toBe(true);
    expect(new Set(rowsOf(name).family.map(({ code }) => code)).size).toBe(rowsOf(name).family.length);
  });

  it.each(each)('books no clinician, member or room twice when it is %s', (name) => {
    const { session, session_clinician, session_member } = rowsOf(name);
    const taken = new Map<string, { startsAt: string; endsAt: string }[]>();
    const take = (who: string, { startsAt, endsAt }: { startsAt: string; endsAt: string }): void => {
      const others = taken.get(who) ?? [];
      expect(others.filter((other) => startsAt < other.endsAt && other.startsAt < endsAt)).toEqual([]);
      taken.set(who, [...others, { startsAt, endsAt }]);
    };
    for (const row of session_clinician) if (!row.cancelled) take(row.accountId, row);
    for (const row of session_member) if (!row.cancelled) take(row.memberId, row);
    for (const row of session) if (row.room !== null && row.status !== 'cancelled') take(row.room, row);
    expect(taken.size).toBeGreaterThan(2);
  });

  it('books nobody twice when any seed, day and time of day come', () => {
    const someDay = fc
      .integer({ min: 0, max: 3_000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.nat(), someDay, fc.nat({ max: 1_439 }), (seed, today, minute) => {
        const { session_clinician: booked } = generateClinic(wishes({ seed, today, minute, families: 12 })).rows;
        const slots = booked
          .filter(({ cancelled }) => !cancelled)
          .map(({ accountId, startsAt }) => `${accountId} ${startsAt}`);
        expect(new Set(slots).size).toBe(slots.length);
      }),
      { numRuns: 12 },
    );
  });

  it.each(each)('keeps the rules of the room when it is %s', (name) => {
    const { session, session_member, attendance, moment } = rowsOf(name);
    const came = new Set(attendance.filter(({ status }) => wasThere(status)).map(({ sessionId }) => sessionId));
    for (const { id, status, startedAt, stoppedAt, cancelReason, kind } of session) {
      expect([status === 'closed', status === 'closed', status === 'cancelled']).toEqual([
        startedAt !== null && stoppedAt !== null,
        came.has(id),
        cancelReason !== null,
      ]);
      const invited = session_member.filter(({ sessionId }) => sessionId === id).length;
      expect(kind === 'individual' ? invited === 1 : invited >= 2).toBe(true);
    }
    expect(attendance.every(({ status }) => ATTENDANCE_STATUSES.includes(status))).toBe(true);
    for (const { kind, memberId, technique, wordsSealed } of moment) {
      expect(() => requireMoment({ kind, memberId, technique, words: wordsSealed?.words ?? null })).not.toThrow();
    }
  });

  it.each(each)('signs complete notes with sections the format has when it is %s', (name) => {
    const { progress_note, signed_section, draft_section } = rowsOf(name);
    const format = formatOf('family');
    for (const { section, memberId } of [...signed_section, ...draft_section]) {
      const definition = format.sections[positionOf(format, section)];
      expect([section, definition?.scope]).toEqual([section, memberId === null ? 'family' : 'member']);
    }
    const written = new Map<string, Set<string>>();
    for (const { noteId, section } of signed_section)
      written.set(noteId, (written.get(noteId) ?? new Set()).add(section));
    const required = format.sections.filter((section) => section.required).map(({ id }) => id);
    for (const { id, state } of progress_note) {
      if (state === 'signed') expect(required.filter((section) => !written.get(id)?.has(section))).toEqual([]);
    }
  });

  it.each(each)('scores what was answered when it is %s', (name) => {
    const { response, score: scores } = rowsOf(name);
    expect(response.length).toBeGreaterThan(0);
    for (const { administrationId, answers } of response) {
      const scored = score(copingAndSelfCareCheck, answers);
      const total = scores.find((row) => row.administrationId === administrationId && row.scale === TOTAL);
      expect(scored.ok && scored.total).toBe(total?.value);
    }
  });
});

describe('the demo clinic', () => {
  it('has two to ten members in a family, and everybody of the demo file once, therapists and relatives twice', () => {
    const sizes = demo.family.map(({ id }) => demo.member.filter(({ familyId }) => familyId === id).length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 10]);
    const roles = made
      .get('a demo')
      ?.people.map(({ role }) => role)
      .sort();
    expect(roles).toEqual([
      'admin',
      'auditor',
      'co-therapist',
      'front-desk',
      'minor',
      'person-in-recovery',
      'progress-staff',
      'relative',
      'relative',
      'supervisor',
      'therapist',
      'therapist',
      'trainee',
    ]);
    expect(new Set(made.get('a demo')?.people.map(({ email }) => email)).size).toBe(13);
  });

  it('assigns only the first of the two therapists to the first family', () => {
    const therapists = made.get('a demo')?.people.filter(({ role }) => role === 'therapist') ?? [];
    const assigned = demo.assignment
      .filter(({ familyId, part }) => familyId === firstFamily?.id && part === 'therapist')
      .map(({ accountId }) => accountId);
    expect(assigned).toEqual([therapists[0]?.accountId]);
    expect(therapists.map(({ family }) => family === firstFamily?.displayName)).toEqual([true, false]);
  });

  it('has one consent in the first family, by the person in recovery, for one of the two relatives', () => {
    const given = demo.consent.filter(({ familyId }) => familyId === firstFamily?.id);
    const accounts = new Map(demo.account.map(({ id, personId }) => [id, personId]));
    const memberOf = (role: string): (string | undefined)[] =>
      (made.get('a demo')?.people ?? [])
        .filter((person) => person.role === role)
        .map((person) => demo.member.find(({ personId }) => personId === accounts.get(person.accountId))?.id);
    const named = demo.consent_recipient
      .filter(({ consentId }) => consentId === given[0]?.id)
      .map(({ recipientMemberId }) => recipientMemberId);
    expect(given.map(({ giverMemberId }) => giverMemberId)).toEqual(memberOf('person-in-recovery'));
    expect(memberOf('relative').map((id) => id !== undefined && named.includes(id))).toEqual([true, false]);
    expect(named).toHaveLength(1);
  });

  it('has a consent that was taken back and one that has run out', () => {
    expect(demo.consent_revocation).toHaveLength(1);
    expect(demo.consent.filter(({ expiresOn }) => expiresOn <= '2026-03-10')).toHaveLength(1);
  });

  it('fills the day of the first therapist, with the first family still to come', () => {
    const therapist = made.get('a demo')?.people.find(({ role }) => role === 'therapist')?.accountId;
    const mine = new Set(
      demo.session_clinician.filter(({ accountId }) => accountId === therapist).map(({ sessionId }) => sessionId),
    );
    const today = demo.session.filter(({ id, localStart }) => mine.has(id) && localStart.startsWith('2026-03-10'));
    expect(today.length).toBeGreaterThanOrEqual(4);
    expect(today.every(({ status }) => status === 'planned')).toBe(true);
    expect(today.find(({ familyId }) => familyId === firstFamily?.id)?.localStart).toBe('2026-03-10T10:15:00');
    const days = new Set(
      demo.session
        .filter(({ id, localStart }) => mine.has(id) && localStart > '2026-03-11')
        .map(({ localStart }) => localStart.slice(0, 10)),
    );
    expect(days.size).toBe(14);
  });

  it('has sessions behind it whose notes are not signed: yesterday one is begun, one has none', () => {
    const states = new Map(demo.progress_note.map(({ sessionId, state }) => [sessionId, state]));
    const open = demo.session.filter(({ id, status }) => status === 'closed' && states.get(id) !== 'signed');
    expect(open.map(({ id, localStart }) => [localStart.slice(0, 10), states.get(id)]).sort()).toContainEqual([
      '2026-03-09',
      'draft',
    ]);
    expect(open.some(({ id }) => states.get(id) === undefined)).toBe(true);
  });

  it('tells the same story when it is told as numbers: they fall where the course is good', () => {
    const totals = demo.score
      .filter(({ scale, value }) => scale === TOTAL && value !== null)
      .sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1));
    const mean = (rows: typeof totals): number => rows.reduce((sum, { value }) => sum + (value ?? 0), 0) / rows.length;
    const third = Math.floor(totals.length / 3);
    expect(mean(totals.slice(0, third)) - mean(totals.slice(-third))).toBeGreaterThan(8);
    expect(new Set(demo.attendance.map(({ status }) => status)).size).toBe(ATTENDANCE_STATUSES.length);
    expect(demo.summary_answer.length).toBeGreaterThan(10);
  });

  it('says nothing that a person would not say of themselves', () => {
    const texts = JSON.stringify(demo);
    expect(texts).not.toMatch(/!|addict|junkie|no-show|failure|\bclean\b|\{name/i);
  });
});
