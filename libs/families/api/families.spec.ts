import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';
import { Database, DataKeys, installationKey, Sql, UnitOfWork } from '@kinfold/shared/api';
import { Policy } from '@kinfold/access/api';
import { CreateFamily } from './create-family/create-family';
import { FAMILY_ENTITIES } from './entities';
import type { FamilyListAnswer, FamilyPageAnswer } from './families.answers';
import type { CreateFamilyRequest, NewMemberRequest } from './families.requests';
import { ListFamilies } from './list-families/list-families';
import { AddMember } from './members/add-member';
import { NewPerson } from './members/new-person';
import { OpenFamily } from './open-family/open-family';
import { AddRelationship } from './relationships/add-relationship';
import { EndRelationship } from './relationships/end-relationship';
import { SearchFamilies } from './search-families/search-families';

const person = (givenName: string, over: Partial<NewMemberRequest> = {}): NewMemberRequest => ({
  givenName,
  familyName: 'Roldán',
  nickname: null,
  birthDate: '1990-05-04',
  standing: 'other',
  safeContact: 'any',
  ...over,
});
const aRequest = (over: Partial<CreateFamilyRequest> = {}): CreateFamilyRequest => ({
  displayName: 'Roldán',
  secretsPolicy: 'limited',
  members: [person('Marina'), person('Íñigo', { birthDate: '1961-02-03' })],
  anotherPerson: false,
  ...over,
});

describe('families', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let therapist: WorldAccount;
  let other: WorldAccount;
  let create: CreateFamily;
  let open: OpenFamily;
  let search: SearchFamilies;
  let list: ListFamilies;
  let addMember: AddMember;
  let addRelationship: AddRelationship;
  let endRelationship: EndRelationship;

  const opened = async (who: WorldAccount, familyId: string): Promise<FamilyPageAnswer> => {
    const { body } = await open.run(who.context, familyId, null);
    return JSON.parse(body ?? 'null');
  };

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, FAMILY_ENTITIES);
    const unitOfWork = new UnitOfWork(database);
    const sql = new Sql(database);
    const policy = new Policy();
    const newPerson = new NewPerson();
    create = new CreateFamily(unitOfWork, newPerson);
    open = new OpenFamily(sql, new DataKeys(installationKey(Buffer.alloc(32, 7))));
    search = new SearchFamilies(sql);
    list = new ListFamilies(sql);
    addMember = new AddMember(unitOfWork, policy, newPerson);
    addRelationship = new AddRelationship(unitOfWork, policy);
    endRelationship = new EndRelationship(unitOfWork, policy);
    therapist = await world.staff('therapist');
    other = await world.staff('therapist');
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

  it('opens for the therapist who began it and for nobody else', async () => {
    const { id } = await create.run(therapist.context, aRequest());
    const page = await opened(therapist, id);
    expect(page.members.map((member) => member.givenName).sort()).toEqual(['Marina', 'Íñigo'].sort());
    expect(page).toMatchObject({
      displayName: 'Roldán',
      status: 'referred',
      sessions: [],
      decisions: [],
      nextSession: null,
    });
    await expect(open.run(other.context, id, null)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is found by the beginning of any word without accents and by nobody else', async () => {
    const { id } = await create.run(
      therapist.context,
      aRequest({ displayName: 'Búho Ürümqi', members: [person('Zoë', { familyName: 'Xàtiva' })] }),
    );
    const hits = async (who: WorldAccount, text: string): Promise<string[]> =>
      JSON.parse(await search.run(who.context, text)).items.map((hit: { familyId: string }) => hit.familyId);
    for (const text of ['buho', 'uru', 'ZOE', 'xati zo', 'zx']) expect(await hits(therapist, text)).toContain(id);
    expect(await hits(therapist, 'zoe marina')).not.toContain(id);
    expect(await hits(other, 'buho')).toEqual([]);
    expect(await hits(therapist, '  %_ ')).toEqual([]);
  });

  it('warns and changes nothing when someone of the same name and birth date is known', async () => {
    const twin = aRequest({ members: [person('Nerea')] });
    const { id } = await create.run(therapist.context, twin);
    await expect(create.run(therapist.context, twin)).rejects.toMatchObject({ code: 'duplicate_person_warning' });
    await expect(
      addMember.run(therapist.context, id, { ...person('NEREA'), anotherPerson: false }),
    ).rejects.toMatchObject({
      code: 'duplicate_person_warning',
    });
    const two = aRequest({ members: [person('Unai', { birthDate: '2001-12-01' }), person('Nerea')] });
    await expect(create.run(therapist.context, two)).rejects.toMatchObject({
      fields: [{ field: 'members.1.givenName' }],
    });
    expect((await opened(therapist, id)).members).toHaveLength(1);
    await expect(create.run(therapist.context, { ...twin, anotherPerson: true })).resolves.toMatchObject({
      id: expect.any(String),
    });
    await expect(create.run(other.context, twin)).resolves.toMatchObject({ id: expect.any(String) });
  });

  it.each([
    ['is no list', '{}'],
    ['has no id', '["Aguirre", "7"]'],
    ['has a name that PostgreSQL could not read', JSON.stringify(['a\u0000', '3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab'])],
  ])('refuses to go on with a list when its cursor %s', async (_, cursor) => {
    const after = Buffer.from(cursor, 'utf8').toString('base64url');
    await expect(list.run(therapist.context, after)).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'after', code: 'cursor' }],
    });
  });

  it('names the member whose birth date has not come yet', async () => {
    const members = [person('Unai'), person('Ane', { birthDate: '2199-01-01' })];
    await expect(create.run(therapist.context, aRequest({ members, anotherPerson: true }))).rejects.toMatchObject({
      fields: [{ field: 'members.1.birthDate', code: 'day_in_future' }],
    });
  });

  it('gives every member a place of its own that stays when somebody joins the same day or leaves', async () => {
    const family = await world.family({ therapist, members: 3 });
    const places = async (): Promise<Record<string, number>> =>
      Object.fromEntries((await opened(therapist, family.id)).members.map((member) => [member.id, member.place]));
    const before = await places();
    expect(Object.values(before).sort()).toEqual([0, 1, 2]);
    const later = await world.member(family.id);
    expect(await places()).toEqual({ ...before, [later.id]: 3 });
    await world.client.query('update member set left_on = current_date where id = $1', [family.members[0]?.id]);
    await world.client.query('update family set content_version = content_version + 1 where id = $1', [family.id]);
    expect(await places()).toEqual({ ...before, [later.id]: 3 });
    const list: FamilyListAnswer = await new ListFamilies(new Sql(database)).run(therapist.context, undefined, 200);
    const listed = list.items.find((item) => item.id === family.id)?.members ?? [];
    expect(listed.map((member) => member.place)).toEqual(
      listed.map((member) => ({ ...before, [later.id]: 3 })[member.id]),
    );
    expect(listed).toHaveLength(3);
  });

  it('answers not modified only while nothing that the page shows has changed', async () => {
    const { id } = await create.run(therapist.context, aRequest({ anotherPerson: true }));
    const first = await open.run(therapist.context, id, null);
    expect((await open.run(therapist.context, id, first.tag)).body).toBeNull();
    await addMember.run(therapist.context, id, { ...person('Lucía'), anotherPerson: true });
    expect((await open.run(therapist.context, id, first.tag)).body).not.toBeNull();
  });

  it('keeps a relationship that ended and refuses a stale or second end', async () => {
    const { id } = await create.run(therapist.context, aRequest({ anotherPerson: true }));
    const [first, second] = (await opened(therapist, id)).members;
    const relation = await addRelationship.run(therapist.context, id, {
      fromMemberId: first?.id ?? '',
      toMemberId: second?.id ?? '',
      kind: 'partner-of',
      startedOn: '2010-01-01',
    });
    const end = (version: number, day: string): Promise<void> =>
      endRelationship.run(therapist.context, id, relation.id, version, day);
    await expect(end(1, '2009-12-31')).rejects.toMatchObject({
      fields: [{ field: 'endedOn', code: 'ends_before_start' }],
    });
    await expect(end(1, '2999-01-01')).rejects.toMatchObject({ kind: 'invalid' });
    await expect(end(7, '2020-01-01')).rejects.toMatchObject({ code: 'version_stale' });
    await expect(endRelationship.run(other.context, id, relation.id, 1, '2020-01-01')).rejects.toMatchObject({
      code: 'not_found',
    });
    await end(1, '2020-01-01');
    await expect(end(2, '2020-01-01')).rejects.toMatchObject({ code: 'wrong_state' });
    expect((await opened(therapist, id)).relationships).toMatchObject([
      { kind: 'partner-of', endedOn: '2020-01-01', version: 2 },
    ]);
  });

  it("refuses another family's member in a relationship", async () => {
    const mine = await create.run(therapist.context, aRequest({ anotherPerson: true }));
    const foreign: WorldFamily = await world.family({ therapist: other });
    const [member] = (await opened(therapist, mine.id)).members;
    await expect(
      addRelationship.run(therapist.context, mine.id, {
        fromMemberId: member?.id ?? '',
        toMemberId: foreign.members[0]?.id ?? '',
        kind: 'parent-of',
        startedOn: null,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is called by its code and not by its names when progress staff list and search', async () => {
    const staff = await world.staff('progress-staff');
    const { id } = await create.run(therapist.context, aRequest({ displayName: 'Nightingale', anotherPerson: true }));
    const listed = await list.run(staff.context, undefined, 200);
    expect(JSON.stringify(listed)).not.toMatch(/Nightingale|Marina/);
    expect(listed.items.find((family) => family.id === id)).toMatchObject({
      displayName: expect.stringMatching(/^FA-/),
      members: [],
    });
    expect(await search.run(staff.context, 'night')).toBe('{"items":[]}');
    expect(JSON.stringify(await list.run(therapist.context, undefined, 200))).toContain('Nightingale');
  });

  it('writes one audit row in the transaction of the read and of the write', async () => {
    const { id } = await create.run(
      { ...therapist.context, auditEvent: 'family.created' },
      aRequest({ anotherPerson: true }),
    );
    await open.run({ ...therapist.context, auditEvent: 'family.opened' }, id, null);
    await expect(open.run({ ...other.context, auditEvent: 'family.opened' }, id, null)).rejects.toThrow();
    const { rows } = await world.client.query(
      'select event, actor_account_id from audit_event where family_id = $1 order by at',
      [id],
    );
    expect(rows).toEqual([
      { event: 'family.created', actor_account_id: therapist.id },
      { event: 'family.opened', actor_account_id: therapist.id },
    ]);
  });

  it('reads nothing with the next statement when the session has ended', async () => {
    const someone = await world.staff('therapist');
    const family = await world.family({ therapist: someone });
    expect((await opened(someone, family.id)).id).toBe(family.id);
    await world.client.query('update sign_in_session set ended_at = now() where account_id = $1', [someone.id]);
    await expect(open.run(someone.context, family.id, null)).rejects.toMatchObject({ code: 'not_found' });
  });
});
