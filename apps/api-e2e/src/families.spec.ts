import request from 'supertest';
import {
  ApiProcess,
  createTestDatabase,
  ownPage,
  type TestDatabase,
  World,
  type WorldAccount,
} from '@kinfold/shared/testing';

const aFamily = {
  displayName: 'Roldán',
  secretsPolicy: 'limited',
  anotherPerson: false,
  members: [
    {
      givenName: 'Marina',
      familyName: 'Roldán',
      nickname: null,
      birthDate: '1990-05-04',
      standing: 'in-recovery',
      safeContact: 'any',
    },
  ],
};

describe('families over HTTP', () => {
  let database: TestDatabase;
  let world: World;
  let api: ApiProcess;
  let therapist: WorldAccount;

  beforeAll(async () => {
    database = await createTestDatabase();
    world = await World.in(database.superuserUrl);
    api = await ApiProcess.start(database);
    therapist = await world.staff('therapist');
  });

  afterAll(async () => {
    await api.stop();
    await world.close();
    await database.drop();
  });

  const staff = (who: WorldAccount = therapist) => request.agent(api.staffUrl).set(ownPage(who));

  it('are begun and opened by their therapist', async () => {
    const created = await staff().post('/api/v1/families').send(aFamily).expect(201);
    const opened = await staff()
      .get(`/api/v1/families/${created.body.id}`)
      .expect(200)
      .expect('content-type', /application\/json/);
    expect(opened.body).toMatchObject({ displayName: 'Roldán', members: [{ givenName: 'Marina' }] });
    await staff()
      .get(`/api/v1/families/${created.body.id}`)
      .set('If-None-Match', opened.headers['etag'] ?? '')
      .expect(304);
  });

  it.each([
    ['an unknown property', { ...aFamily, clinicId: 'x' }, 'clinicId', 'unknown_property'],
    ['a version from outside', { ...aFamily, version: 7 }, 'version', 'unknown_property'],
    ['a text that is too long', { ...aFamily, displayName: 'x'.repeat(121) }, 'displayName', 'max_length'],
    [
      'a day that does not exist',
      { ...aFamily, members: [{ ...aFamily.members[0], birthDate: '2026-02-30' }] },
      'members.0.birthDate',
      'is_day',
    ],
    ['a wrong type', { ...aFamily, displayName: ['Roldán'] }, 'displayName', 'is_string'],
    ['a value outside the set', { ...aFamily, secretsPolicy: 'gossip' }, 'secretsPolicy', 'is_in'],
    ['no members', { ...aFamily, members: [] }, 'members', 'array_min_size'],
  ])('refuse %s with 422 and change nothing', async (_what, body, field, code) => {
    const before = await world.client.query('select count(*) from family');
    const answer = await staff()
      .post('/api/v1/families')
      .send(body)
      .expect(422)
      .expect('content-type', /application\/problem\+json/);
    expect(answer.body.code).toBe('validation_failed');
    expect(answer.body.fields).toEqual(expect.arrayContaining([expect.objectContaining({ field, code })]));
    expect((await world.client.query('select count(*) from family')).rows).toEqual(before.rows);
  });

  it('answer 428 without a version and 412 with a stale one', async () => {
    const family = await world.family({ therapist });
    const [from, to] = family.members;
    const relation = await staff()
      .post(`/api/v1/families/${family.id}/relationships`)
      .send({ fromMemberId: from?.id, toMemberId: to?.id, kind: 'partner-of', startedOn: null })
      .expect(201);
    const end = () =>
      staff()
        .post(`/api/v1/families/${family.id}/relationships/${relation.body.id}/end`)
        .send({ endedOn: '2026-01-01' });
    await end()
      .expect(428)
      .expect((answer) => expect(answer.body.code).toBe('version_missing'));
    await end()
      .set('If-Match', '"5"')
      .expect(412)
      .expect((answer) => expect(answer.body.code).toBe('version_stale'));
    await end().set('If-Match', '"1"').expect(204);
    await end()
      .set('If-Match', '"2"')
      .expect(409)
      .expect((answer) => expect(answer.body.code).toBe('wrong_state'));
  });

  it('of another therapist answer like families that do not exist', async () => {
    const family = await world.family({ therapist: await world.staff('therapist') });
    const strip = ({ body, status }: { body: Record<string, unknown>; status: number }) => ({
      ...body,
      requestId: null,
      status,
    });
    const hidden = await staff().get(`/api/v1/families/${family.id}`);
    const absent = await staff().get('/api/v1/families/3f2b8c1e-7d4a-4f6b-9a1c-0123456789ab');
    expect(hidden.status).toBe(404);
    expect(strip(hidden)).toEqual(strip(absent));
    expect(strip(await staff().get('/api/v1/families/not-an-id'))).toEqual(strip(absent));
  });
});
