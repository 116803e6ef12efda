import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';
import { clinicDay, Database, DataKeys, installationKey, Sql, UnitOfWork, Vault } from '@kinfold/shared/api';
import { Policy } from '@kinfold/access/api';
import { FAMILY_ENTITIES } from '@kinfold/families/api';
import { wallTimeOf, zoneOffset } from '@kinfold/sessions/domain';
import { Agenda } from './agenda/agenda';
import { SESSION_ENTITIES } from './entities';
import { CancelSession } from './plan/cancel-session';
import { MoveSession } from './plan/move-session';
import { PlanSession } from './plan/plan-session';
import { PlanningChoices } from './plan/planning-choices';
import { OpenSession } from './room/open-session';
import type { PlanSessionRequest } from './sessions.requests';

const HOUR = 3_600_000;
/** A wall time of the clinic some hours from now, on the quarter hour, never in the hour the clocks change; each test takes hours of its own. */
const inHours = (hours: number): string => {
  const quarter = 15 * 60_000;
  const local = wallTimeOf(Math.round((Date.now() + hours * HOUR) / quarter) * quarter, zoneOffset('Europe/Madrid'));
  return local.replace('T02:', 'T03:');
};

describe('planning sessions', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let therapist: WorldAccount;
  let partner: WorldAccount;
  let other: WorldAccount;
  let desk: WorldAccount;
  let family: WorldFamily;
  let plan: PlanSession;
  let move: MoveSession;
  let cancel: CancelSession;
  let choices: PlanningChoices;
  let open: OpenSession;
  let agenda: Agenda;

  const aRequest = (over: Partial<PlanSessionRequest> = {}): PlanSessionRequest => ({
    kind: 'family',
    modality: 'in-person',
    room: null,
    localStart: inHours(24),
    minutes: 50,
    clinicianIds: [therapist.id],
    memberIds: family.members.map((member) => member.id),
    ...over,
  });
  const sessionsOf = async (familyId: string): Promise<number> =>
    (await world.client.query('select from session where family_id = $1', [familyId])).rowCount ?? 0;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, [...FAMILY_ENTITIES, ...SESSION_ENTITIES]);
    const unitOfWork = new UnitOfWork(database);
    const policy = new Policy();
    const vault = new Vault(new DataKeys(installationKey(Buffer.alloc(32, 7))));
    plan = new PlanSession(unitOfWork, policy);
    move = new MoveSession(unitOfWork, policy);
    cancel = new CancelSession(unitOfWork, policy, vault);
    choices = new PlanningChoices(unitOfWork, policy);
    open = new OpenSession(unitOfWork, policy, vault);
    agenda = new Agenda(new Sql(database));
    therapist = await world.staff('therapist');
    partner = await world.staff('co-therapist');
    other = await world.staff('therapist');
    desk = await world.staff('front-desk');
  });

  beforeEach(async () => {
    family = await world.family({ therapist, members: 3 });
    await world.assign(partner, family.id, 'co-therapist');
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

  it('plans for two clinicians and some members, open to the assigned team alone', async () => {
    const localStart = inHours(30);
    const { id } = await plan.run(
      therapist.context,
      family.id,
      aRequest({ localStart, clinicianIds: [therapist.id, partner.id], room: ' Room  2 ' }),
    );
    const read = await open.run(partner.context, id);
    expect(read).toMatchObject({
      status: 'planned',
      class: 'shared',
      room: 'Room 2',
      version: 1,
      noteState: 'none',
      localStart: `${localStart}:00`,
    });
    expect(read.clinicians.map((clinician) => clinician.id).sort()).toEqual([therapist.id, partner.id].sort());
    expect(read.members).toHaveLength(3);
    expect((Date.parse(read.endsAt) - Date.parse(read.startsAt)) / 60_000).toBe(50);
    await expect(open.run(other.context, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps what is said alone apart when one member comes', async () => {
    const [first] = family.members;
    const { id } = await plan.run(
      therapist.context,
      family.id,
      aRequest({ kind: 'individual', localStart: inHours(33), memberIds: [first?.id ?? ''] }),
    );
    expect(await open.run(therapist.context, id)).toMatchObject({
      kind: 'individual',
      class: 'individual-confidential',
    });
  });

  it.each([
    ['the clocks skip it', { localStart: '2027-03-28T02:30' }, 'local_time_skipped'],
    ['the clocks show it twice', { localStart: '2027-10-31T02:30' }, 'local_time_twice'],
    ['it is years ago', { localStart: '2019-05-05T10:00' }, 'too_long_ago'],
    ['it is too short', { minutes: 9 }, 'session_length'],
    ['one member comes to a family session', { one: true }, 'two_members'],
  ])(
    'refuses a plan and changes nothing when %s',
    async (_, { one, ...over }: Partial<PlanSessionRequest> & { one?: boolean }, code) => {
      const members = one ? { memberIds: [family.members[0]?.id ?? ''] } : {};
      await expect(plan.run(therapist.context, family.id, aRequest({ ...over, ...members }))).rejects.toMatchObject({
        kind: 'invalid',
        fields: [{ code }],
      });
      expect(await sessionsOf(family.id)).toBe(0);
    },
  );

  it('refuses a clinician who is not assigned, another family and its members', async () => {
    const foreign = await world.family({ therapist: other });
    await expect(
      plan.run(therapist.context, family.id, aRequest({ clinicianIds: [therapist.id, other.id] })),
    ).rejects.toMatchObject({
      fields: [{ field: 'clinicianIds', code: 'clinician_not_assigned' }],
    });
    await expect(plan.run(therapist.context, foreign.id, aRequest())).rejects.toMatchObject({ code: 'not_found' });
    const memberIds = [family.members[0]?.id ?? '', foreign.members[0]?.id ?? ''];
    await expect(plan.run(therapist.context, family.id, aRequest({ memberIds }))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await sessionsOf(family.id)) + (await sessionsOf(foreign.id))).toBe(0);
  });

  it('refuses double booking and says whether clinician, member or room is taken', async () => {
    const localStart = inHours(48);
    const second = await world.family({ therapist: partner });
    await plan.run(therapist.context, family.id, aRequest({ localStart, room: 'Blue room' }));
    await expect(plan.run(therapist.context, family.id, aRequest({ localStart }))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'double_booking',
      fields: [{ field: 'clinicianIds' }],
    });
    await expect(
      plan.run(partner.context, family.id, aRequest({ localStart, clinicianIds: [partner.id] })),
    ).rejects.toMatchObject({
      code: 'double_booking',
      fields: [{ field: 'memberIds' }],
    });
    const inTheRoom = aRequest({
      localStart,
      clinicianIds: [partner.id],
      memberIds: second.members.map((member) => member.id),
      room: 'Blue room',
    });
    await expect(plan.run(partner.context, second.id, inTheRoom)).rejects.toMatchObject({
      code: 'double_booking',
      fields: [{ field: 'room' }],
    });
    expect(await sessionsOf(second.id)).toBe(0);
  });

  it('lets one of two succeed when both book the same clinician at the same moment', async () => {
    const families = await Promise.all([world.family({ therapist: other }), world.family({ therapist: other })]);
    const localStart = inHours(52);
    const outcomes = await Promise.allSettled(
      families.map(({ id, members }) =>
        plan.run(
          other.context,
          id,
          aRequest({ localStart, clinicianIds: [other.id], memberIds: members.map((member) => member.id) }),
        ),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'double_booking' },
    });
    const { rows } = await world.client.query(
      'select count(*)::int as booked from session_clinician where account_id = $1',
      [other.id],
    );
    expect(rows).toEqual([{ booked: 1 }]);
  });

  it('books back to back and again once a session is called off', async () => {
    const start = Date.parse(`${inHours(60)}:00Z`);
    const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString().slice(0, 16);
    const { id } = await plan.run(therapist.context, family.id, aRequest({ localStart: at(0), minutes: 60 }));
    await plan.run(therapist.context, family.id, aRequest({ localStart: at(60), minutes: 60 }));
    await cancel.run(therapist.context, id, 1, { reason: 'illness', words: 'Carmen has a fever.' });
    await expect(
      plan.run(therapist.context, family.id, aRequest({ localStart: at(0), minutes: 60 })),
    ).resolves.toBeDefined();
    expect(await open.run(therapist.context, id)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'illness',
      cancelWords: 'Carmen has a fever.',
    });
    const { rows } = await world.client.query('select cancel_words_sealed as sealed from session where id = $1', [id]);
    expect(Buffer.from(rows[0].sealed).includes('fever')).toBe(false);
  });

  it('moves with everybody in it and refuses a stale version, a taken time and a session that is over', async () => {
    const { id } = await plan.run(therapist.context, family.id, aRequest({ localStart: inHours(70) }));
    const localStart = inHours(72);
    const to = { localStart, minutes: 90, modality: 'video' as const, room: null };
    await expect(move.run(therapist.context, id, 5, to)).rejects.toMatchObject({ code: 'version_stale' });
    await expect(move.run(other.context, id, 1, to)).rejects.toMatchObject({ code: 'not_found' });
    expect(await move.run(therapist.context, id, 1, to)).toEqual({ version: 2 });
    expect(await open.run(therapist.context, id)).toMatchObject({
      localStart: `${localStart}:00`,
      modality: 'video',
      version: 2,
    });
    const times = await world.client.query(
      `select starts_at, ends_at from session where id = $1 union select starts_at, ends_at from session_clinician where session_id = $1
       union select starts_at, ends_at from session_member where session_id = $1`,
      [id],
    );
    expect(times.rows).toHaveLength(1);
    await plan.run(therapist.context, family.id, aRequest({ localStart: inHours(80) }));
    await expect(move.run(therapist.context, id, 2, { ...to, localStart: inHours(80) })).rejects.toMatchObject({
      code: 'double_booking',
    });
    await cancel.run(therapist.context, id, 2, { reason: 'other', words: null });
    await expect(move.run(therapist.context, id, 3, to)).rejects.toMatchObject({ code: 'wrong_state' });
    await expect(cancel.run(therapist.context, id, 3, { reason: 'other', words: null })).rejects.toMatchObject({
      code: 'wrong_state',
    });
  });

  it('lets the desk plan and call off, and a co-therapist read but not call off', async () => {
    const { id } = await plan.run(desk.context, family.id, aRequest({ localStart: inHours(90) }));
    await expect(cancel.run(partner.context, id, 1, { reason: 'other', words: null })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await cancel.run(desk.context, id, 1, { reason: 'family-asked', words: null })).toEqual({ version: 2 });
  });

  it('leaves a room that is open to its clinicians, and calls nothing off once its note is signed', async () => {
    const id = await world.session(family, therapist, { status: 'held', startsInHours: -70 });
    const callOff = (who: WorldAccount) => cancel.run(who.context, id, 1, { reason: 'other', words: null });
    await expect(callOff(desk)).rejects.toMatchObject({ code: 'wrong_state' });
    await world.client.query(
      `insert into progress_note (clinic_id, id, family_id, session_id, format, state, created_by, signed_by, signed_at, content_hash)
       values ($1, gen_random_uuid(), $2, $3, 'family', 'signed', $4, $4, now(), sha256(''))`,
      [therapist.context.clinicId, family.id, id, therapist.id],
    );
    await expect(callOff(therapist)).rejects.toMatchObject({ code: 'wrong_state' });
    await world.client.query('delete from progress_note where session_id = $1', [id]);
    expect(await callOff(therapist)).toEqual({ version: 2 });
  });

  it('offers assigned clinicians first and the members who have not left', async () => {
    const gone = await world.member(family.id);
    await world.client.query('update member set left_on = current_date where id = $1', [gone.id]);
    const offered = await choices.run(therapist.context, family.id);
    expect(offered.members.map((member) => member.id).sort()).toEqual(family.members.map((member) => member.id).sort());
    const standings = Object.fromEntries(offered.clinicians.map(({ id, standing }) => [id, standing]));
    expect(standings).toMatchObject({
      [therapist.id]: 'assigned',
      [partner.id]: 'assigned',
      [other.id]: 'not-assigned',
    });
    expect(standings[desk.id]).toBeUndefined();
    await expect(choices.run(other.context, family.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists days in order, for the desk by code and without names', async () => {
    const day = (context: { clinicZone: string }, hours: number): string =>
      clinicDay(context, new Date(Date.now() + hours * HOUR));
    const { id } = await plan.run(therapist.context, family.id, aRequest({ localStart: inHours(400) }));
    const listed = async (
      who: WorldAccount,
    ): Promise<{ id: string; familyName: string | null; members: unknown[] }[]> =>
      JSON.parse(await agenda.run(who.context, day(who.context, 376), '3')).items;
    expect(await listed(therapist)).toMatchObject([{ id, members: [{}, {}, {}] }]);
    expect(await listed(desk)).toMatchObject([{ id, familyName: null, members: [] }]);
    expect(await listed(other)).toEqual([]);
    await expect(agenda.run(therapist.context, '2026-02-30')).rejects.toMatchObject({ kind: 'invalid' });
    await expect(agenda.run(therapist.context, undefined, '99')).rejects.toMatchObject({ kind: 'invalid' });
  });
});
