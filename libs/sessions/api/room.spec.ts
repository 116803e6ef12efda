import { randomUUID } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';
import { type Context, Database, DataKeys, installationKey, Sql, UnitOfWork, Vault } from '@kinfold/shared/api';
import { Policy } from '@kinfold/access/api';
import { FAMILY_ENTITIES } from '@kinfold/families/api';
import { RecordAttendance } from './attendance/record-attendance';
import { SESSION_ENTITIES } from './entities';
import { readSessionFacts } from './facts/read-session-facts';
import type { SessionFacts } from './facts/session-facts';
import { RecordMoment } from './moments/record-moment';
import { UndoMoment } from './moments/undo-moment';
import { WordMoment } from './moments/word-moment';
import { RateParticipation } from './participation/rate-participation';
import { CancelSession } from './plan/cancel-session';
import { CloseSession } from './room/close-session';
import { EndSession } from './room/end-session';
import { OpenRoom } from './room/open-room';
import { OpenSession } from './room/open-session';
import { SessionPageAnswer } from './session-page.answer';
import { TodayAnswer } from './sessions.answers';
import type { RecordMomentRequest } from './sessions.requests';
import { Today } from './today/today';

/** What the class of an answer says against what came back: unknown and missing fields, wrong types. */
const mismatches = (answer: new () => object, body: unknown): string[] =>
  validateSync(plainToInstance(answer, body), { whitelist: true, forbidNonWhitelisted: true }).map((error) =>
    error.toString(),
  );

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

describe('the room', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let unitOfWork: UnitOfWork;
  let vault: Vault;
  let therapist: WorldAccount;
  let partner: WorldAccount;
  let other: WorldAccount;
  let family: WorldFamily;
  let sessionId: string;
  let openRoom: OpenRoom;
  let open: OpenSession;
  let end: EndSession;
  let close: CloseSession;
  let attend: RecordAttendance;
  let record: RecordMoment;
  let word: WordMoment;
  let undo: UndoMoment;
  let rate: RateParticipation;
  let cancel: CancelSession;
  let today: Today;

  const memberAt = (index: number): string => family.members[index]?.id ?? '';
  const aMoment = (over: Partial<RecordMomentRequest> = {}): RecordMomentRequest => ({
    id: randomUUID(),
    kind: 'turn',
    memberId: memberAt(0),
    technique: null,
    words: null,
    at: ago(1),
    ...over,
  });
  const here = (index: number, status: 'present' | 'did-not-come' = 'present') =>
    attend.run(therapist.context, sessionId, { id: randomUUID(), memberId: memberAt(index), status });
  const facts = (context: Context, id: string): Promise<SessionFacts> =>
    unitOfWork.run(context, async (tx) => {
      await tx.audit({ objectId: id });
      return readSessionFacts(tx, vault, id);
    });
  const closing = { startedAt: ago(50), stoppedAt: ago(2), modality: 'in-person' } as const;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = await Database.open(test.urls.app, [...FAMILY_ENTITIES, ...SESSION_ENTITIES]);
    unitOfWork = new UnitOfWork(database);
    vault = new Vault(new DataKeys(installationKey(Buffer.alloc(32, 7))));
    const policy = new Policy();
    openRoom = new OpenRoom(unitOfWork, policy);
    open = new OpenSession(unitOfWork, policy, vault);
    end = new EndSession(unitOfWork, policy);
    close = new CloseSession(unitOfWork, policy);
    attend = new RecordAttendance(unitOfWork, policy);
    record = new RecordMoment(unitOfWork, policy, vault);
    word = new WordMoment(unitOfWork, policy, vault);
    undo = new UndoMoment(unitOfWork, policy);
    rate = new RateParticipation(unitOfWork, policy);
    cancel = new CancelSession(unitOfWork, policy, vault);
    today = new Today(new Sql(database));
  });

  beforeEach(async () => {
    world = await World.in(test.superuserUrl);
    therapist = await world.staff('therapist');
    partner = await world.staff('co-therapist');
    other = await world.staff('therapist');
    family = await world.family({ therapist, members: 3 });
    await world.assign(partner, family.id, 'co-therapist');
    sessionId = await world.session(family, therapist, { startsInHours: -0.1 });
  });

  afterEach(() => world.close());

  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('opens once, in its version, for the assigned team', async () => {
    await expect(openRoom.run(other.context, sessionId, 1)).rejects.toMatchObject({ code: 'not_found' });
    await expect(openRoom.run(therapist.context, sessionId, 3)).rejects.toMatchObject({ code: 'version_stale' });
    expect(await openRoom.run(partner.context, sessionId, 1)).toEqual({ version: 2 });
    await expect(openRoom.run(therapist.context, sessionId, 2)).rejects.toMatchObject({ code: 'wrong_state' });
    const read = await open.run(therapist.context, sessionId);
    expect(read).toMatchObject({ status: 'held', openedAt: expect.any(String), moments: [] });
    expect(mismatches(SessionPageAnswer, read)).toEqual([]);
  });

  it('stays shut when the session is on a later day', async () => {
    const later = await world.session(family, partner, { startsInHours: 30 });
    await expect(openRoom.run(therapist.context, later, 1)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'too_early',
    });
  });

  it('shows the newest attendance and keeps the older entries', async () => {
    await here(0, 'did-not-come');
    await here(0, 'present');
    const repeated = { id: randomUUID(), memberId: memberAt(1), status: 'late' as const };
    await attend.run(therapist.context, sessionId, repeated);
    await attend.run(therapist.context, sessionId, repeated);
    const { members } = await open.run(partner.context, sessionId);
    expect(Object.fromEntries(members.map((member) => [member.id, member.attendance]))).toEqual({
      [memberAt(0)]: 'present',
      [memberAt(1)]: 'late',
      [memberAt(2)]: null,
    });
    expect((await world.client.query('select from attendance where session_id = $1', [sessionId])).rowCount).toBe(3);
  });

  it('checks in at the desk on the day itself alone and refuses members who are not invited', async () => {
    const desk = await world.staff('front-desk');
    const stranger = await world.member(family.id);
    const request = (memberId: string) => ({ id: randomUUID(), memberId, status: 'present' as const });
    const later = await world.session(family, partner, { startsInHours: 72 });
    await expect(attend.run(desk.context, later, request(memberAt(0)))).rejects.toMatchObject({ code: 'not_found' });
    await expect(attend.run(therapist.context, sessionId, request(stranger.id))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(attend.run(other.context, sessionId, request(memberAt(0)))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await attend.run(desk.context, await sessionToday(), request(memberAt(0)))).toEqual({
      id: expect.any(String),
    });
  });
  /** The session of the test lies on today's date at the clinic, whatever the hour is. */
  const sessionToday = async (): Promise<string> => {
    await world.client.query(
      `update session set local_start = (now() at time zone time_zone)::date + time '12:00' where id = $1`,
      [sessionId],
    );
    return sessionId;
  };

  it('keeps a moment once when the same id is sent again', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    const moment = aMoment();
    expect(await record.run(therapist.context, sessionId, moment)).toEqual({ id: moment.id });
    expect(await record.run(therapist.context, sessionId, moment)).toEqual({ id: moment.id });
    expect((await open.run(partner.context, sessionId)).moments).toMatchObject([
      { id: moment.id, kind: 'turn', memberId: memberAt(0) },
    ]);
    await expect(record.run(partner.context, sessionId, moment)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('holds the time of a tap between the opening and now when the clock of the device is wrong', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    await record.run(therapist.context, sessionId, aMoment({ at: '2001-01-01T00:00:00Z' }));
    await record.run(therapist.context, sessionId, aMoment({ at: '2199-01-01T00:00:00Z' }));
    const { moments, openedAt } = await open.run(therapist.context, sessionId);
    expect(moments).toHaveLength(2);
    expect(moments[0]?.at).toBe(openedAt);
    expect(Date.parse(moments[1]?.at ?? '')).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it('seals words under the key of whose they are and opens them for the team', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    const own = aMoment({ kind: 'homework', words: 'Ring her sister on Tuesday' });
    const shared = aMoment({ kind: 'agreement', memberId: null });
    await record.run(therapist.context, sessionId, own);
    await record.run(therapist.context, sessionId, shared);
    await word.run(therapist.context, sessionId, shared.id, 'No phones at dinner');
    const { moments } = await open.run(partner.context, sessionId);
    expect(Object.fromEntries(moments.map((moment) => [moment.kind, moment.words]))).toEqual({
      homework: 'Ring her sister on Tuesday',
      agreement: 'No phones at dinner',
    });
    const { rows } = await world.client.query('select compartment from data_key where clinic_id = $1 order by 1', [
      world.clinicId,
    ]);
    expect(rows.map((row) => row.compartment)).toEqual([`family:${family.id}`, `member:${memberAt(0)}`]);
  });

  it('takes back a moment for its recorder alone, its words with it', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    const moment = aMoment({ kind: 'quote', words: 'I am tired of this' });
    await record.run(therapist.context, sessionId, moment);
    await expect(undo.run(partner.context, sessionId, moment.id)).rejects.toMatchObject({ code: 'not_found' });
    await undo.run(therapist.context, sessionId, moment.id);
    await undo.run(therapist.context, sessionId, moment.id);
    expect((await open.run(therapist.context, sessionId)).moments).toEqual([]);
    await expect(word.run(therapist.context, sessionId, moment.id, 'again')).rejects.toMatchObject({
      code: 'wrong_state',
    });
    const { rows } = await world.client.query(
      'select words_sealed, undone_at is not null as undone from moment where id = $1',
      [moment.id],
    );
    expect(rows).toEqual([{ words_sealed: null, undone: true }]);
  });

  it('marks a safety moment for the treating team alone', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    await record.run(therapist.context, sessionId, aMoment({ kind: 'safety', memberId: null }));
    expect((await open.run(therapist.context, sessionId)).moments).toMatchObject([{ class: 'safety-restricted' }]);
  });

  it.each([
    [
      'the technique is not in the catalogue',
      { kind: 'technique', technique: 'hypnosis', memberId: null },
      'technique_unknown',
    ],
    ['a turn has no member', { kind: 'turn', memberId: null }, 'member_missing'],
    ['a break has words', { kind: 'break', memberId: null, words: 'coffee' }, 'words_unexpected'],
  ] as const)('refuses a moment and keeps nothing when %s', async (_, over, code) => {
    await openRoom.run(therapist.context, sessionId, 1);
    await expect(record.run(therapist.context, sessionId, aMoment(over))).rejects.toMatchObject({ fields: [{ code }] });
    expect((await open.run(therapist.context, sessionId)).moments).toEqual([]);
  });

  it('refuses moments while the room is not open, of another family and of strangers', async () => {
    const stranger = await world.member(family.id);
    await expect(record.run(therapist.context, sessionId, aMoment())).rejects.toMatchObject({ code: 'wrong_state' });
    await openRoom.run(therapist.context, sessionId, 1);
    await expect(record.run(other.context, sessionId, aMoment())).rejects.toMatchObject({ code: 'not_found' });
    await expect(record.run(therapist.context, sessionId, aMoment({ memberId: stranger.id }))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('rates only after the end and only who was there', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    await here(0);
    await here(1, 'did-not-come');
    const rating = (index: number, safety = -1) => [
      { memberId: memberAt(index), engagement: 2, connection: 0, safety },
    ];
    await expect(rate.run(therapist.context, sessionId, rating(0))).rejects.toMatchObject({ code: 'not_ended' });
    await end.run(therapist.context, sessionId, 2, 'end');
    await end.run(therapist.context, sessionId, 3, 'resume');
    await expect(rate.run(therapist.context, sessionId, rating(0))).rejects.toMatchObject({ code: 'not_ended' });
    await end.run(therapist.context, sessionId, 4, 'end');
    await expect(rate.run(therapist.context, sessionId, rating(1))).rejects.toMatchObject({
      fields: [{ code: 'not_there' }],
    });
    await rate.run(therapist.context, sessionId, rating(0));
    await rate.run(partner.context, sessionId, rating(0, 3));
    const { members } = await open.run(therapist.context, sessionId);
    expect(members.find((member) => member.id === memberAt(0))?.participation).toEqual({
      engagement: 2,
      connection: 0,
      safety: 3,
    });
    expect((await world.client.query('select from participation where session_id = $1', [sessionId])).rowCount).toBe(2);
  });

  it('closes with times and somebody there, and stays as it is from then on', async () => {
    await expect(close.run(therapist.context, sessionId, 1, closing)).rejects.toMatchObject({ code: 'wrong_state' });
    await openRoom.run(therapist.context, sessionId, 1);
    await here(0, 'did-not-come');
    await expect(close.run(therapist.context, sessionId, 2, closing)).rejects.toMatchObject({ code: 'nobody_there' });
    await here(1);
    const ahead = { ...closing, stoppedAt: ago(-30) };
    await expect(close.run(therapist.context, sessionId, 2, ahead)).rejects.toMatchObject({
      fields: [{ code: 'time_in_future' }],
    });
    await expect(close.run(therapist.context, sessionId, 2, { ...closing, startedAt: ago(1) })).rejects.toMatchObject({
      fields: [{ field: 'stoppedAt' }],
    });
    await expect(close.run(therapist.context, sessionId, 1, closing)).rejects.toMatchObject({ code: 'version_stale' });
    expect(await close.run(therapist.context, sessionId, 2, { ...closing, modality: 'video' })).toEqual({ version: 3 });
    for (const late of [
      record.run(therapist.context, sessionId, aMoment()),
      here(2),
      cancel.run(therapist.context, sessionId, 3, { reason: 'other', words: null }),
      close.run(therapist.context, sessionId, 3, closing),
    ]) {
      await expect(late).rejects.toMatchObject({ code: 'wrong_state' });
    }
    expect(await open.run(therapist.context, sessionId)).toMatchObject({
      status: 'closed',
      modality: 'video',
      stoppedAt: expect.any(String),
    });
  });

  it('tells other slices what happened, and nothing to whoever is not of the team', async () => {
    await openRoom.run(therapist.context, sessionId, 1);
    await here(0);
    await record.run(therapist.context, sessionId, aMoment({ kind: 'technique', technique: 'speak-from-i' }));
    await record.run(
      therapist.context,
      sessionId,
      aMoment({ kind: 'agreement', memberId: null, words: 'Dinner at eight' }),
    );
    expect(await facts(partner.context, sessionId)).toMatchObject({
      familyId: family.id,
      kind: 'family',
      status: 'held',
      moments: [
        { kind: 'technique', technique: 'speak-from-i', words: null },
        { kind: 'agreement', words: 'Dinner at eight' },
      ],
    });
    await expect(facts(other.context, sessionId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows the day of a clinician with what waits, and the desk codes alone', async () => {
    const at = `(now() at time zone 'Europe/Madrid')::date::timestamp at time zone 'Europe/Madrid'`;
    for (const table of ['session', 'session_clinician', 'session_member']) {
      const key = table === 'session' ? 'id' : 'session_id';
      const times = `starts_at = ${at} + interval '9 hours', ends_at = ${at} + interval '10 hours'`;
      await world.client.query(`update ${table} set ${times} where ${key} = $1`, [sessionId]);
    }
    const before = await world.session(family, therapist, { status: 'closed', startsInHours: -50 });
    await world.client.query(`update member set standing = 'in-recovery' where id = $1`, [memberAt(0)]);
    await here(1);
    const day = JSON.parse(await today.run(therapist.context));
    expect(mismatches(TodayAnswer, day)).toEqual([]);
    expect(day.sessions).toMatchObject([
      { id: sessionId, familyName: expect.any(String), status: 'planned', noteState: 'none' },
    ]);
    expect(day.sessions[0].measuresDue.map((due: { memberId: string }) => due.memberId).sort()).toEqual(
      [memberAt(1), memberAt(2)].sort(),
    );
    expect(day.waitingNotes).toMatchObject([{ sessionId: before, noteState: 'none' }]);
    const desk = await world.staff('front-desk');
    const atDesk = JSON.parse(await today.run(desk.context));
    expect(atDesk).toMatchObject({
      sessions: [{ id: sessionId, familyName: null, members: [], measuresDue: [], noteState: 'none' }],
      waitingNotes: [],
    });
    expect(JSON.parse(await today.run(other.context))).toMatchObject({ sessions: [], waitingNotes: [] });
    // A standing is a clinical label, which the minimal projection leaves out.
    expect(JSON.stringify(await open.run(desk.context, sessionId))).not.toContain('in-recovery');
  });
});
