import { randomUUID } from 'node:crypto';
import { Policy } from '@kinfold/access/api';
import { monthsAfter } from '@kinfold/consent/domain';
import { clinicDay, Database, DataKeys, installationKey, Sql, UnitOfWork, Vault } from '@kinfold/shared/api';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
  type WorldMember,
} from '@kinfold/shared/testing';
import type { ConsentListAnswer } from './consent.answers';
import type { RecordConsentRequest } from './consent.requests';
import { CONSENT_ENTITIES } from './entities';
import { ListConsents } from './list-consents';
import { ReadConsentText } from './read-consent-text';
import { RecordConsent } from './record-consent';
import { RevokeConsent } from './revoke-consent';

describe('consents', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let therapist: WorldAccount;
  let other: WorldAccount;
  let desk: WorldAccount;
  let family: WorldFamily;
  let ana: WorldMember;
  let marco: WorldMember;
  let list: ListConsents;
  let record: RecordConsent;
  let revoke: RevokeConsent;
  let readText: ReadConsentText;

  const today = (): string => clinicDay(therapist.context);
  const aRequest = (over: Partial<RecordConsentRequest> = {}): RecordConsentRequest => ({
    giverMemberId: ana.id,
    recipientMemberIds: [marco.id],
    purpose: 'family-support',
    language: 'en',
    signedBy: 'ana ibanez',
    alsoSignedBy: null,
    signedOn: today(),
    expiresOn: null,
    ...over,
  });
  const listed = async (who: WorldAccount = therapist): Promise<ConsentListAnswer> =>
    JSON.parse(await list.run(who.context, family.id));
  const rows = async (): Promise<number> =>
    (await world.client.query('select 1 from consent where clinic_id = $1', [world.clinicId])).rows.length;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, CONSENT_ENTITIES);
    const unitOfWork = new UnitOfWork(database);
    const policy = new Policy();
    const vault = new Vault(new DataKeys(installationKey(Buffer.alloc(32, 7))));
    list = new ListConsents(new Sql(database));
    record = new RecordConsent(unitOfWork, policy, vault);
    revoke = new RevokeConsent(unitOfWork, policy);
    readText = new ReadConsentText(unitOfWork, policy, vault);
    therapist = await world.staff('therapist');
    other = await world.staff('therapist');
    desk = await world.staff('front-desk');
  });

  beforeEach(async () => {
    family = await world.family({ therapist, members: 0 });
    ana = await world.member(family.id, { given: 'Ana', family: 'Ibáñez' });
    marco = await world.member(family.id, { given: 'Marco', family: 'Ibáñez' });
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

  it('keeps the exact text with its hash when a consent is written down', async () => {
    const { id } = await record.run(therapist.context, family.id, aRequest());
    const { text, unaltered } = await readText.run(therapist.context, family.id, id);
    for (const words of ['Ana Ibáñez', 'Marco Ibáñez', 'Test clinic', therapist.context.personName, '42 CFR part 2'])
      expect(text).toContain(words);
    expect(unaltered).toBe(true);
    expect((await listed()).items).toMatchObject([
      {
        id,
        giverMemberId: ana.id,
        recipientMemberIds: [marco.id],
        state: 'live',
        signedHow: 'paper',
        expiresOn: monthsAfter(today(), 12),
        revokedAt: null,
      },
    ]);
    const { rows: stored } = await world.client.query('select text_sealed from consent where id = $1', [id]);
    expect(stored[0].text_sealed.includes(Buffer.from('Marco'))).toBe(false);
  });

  it('says so when the text is not the one that was signed', async () => {
    const { id } = await record.run(therapist.context, family.id, aRequest());
    await world.client.query(`update consent set text_hash = sha256('something else') where id = $1`, [id]);
    expect((await readText.run(therapist.context, family.id, id)).unaltered).toBe(false);
  });

  it.each<[string, () => Partial<RecordConsentRequest>]>([
    ['somebody else signed', () => ({ signedBy: 'Marco Ibáñez' })],
    ['the giver is named as reader', () => ({ recipientMemberIds: [ana.id] })],
    ['it is signed tomorrow', () => ({ signedOn: monthsAfter(today(), 1) })],
    ['it would hold for longer than two years', () => ({ expiresOn: monthsAfter(today(), 25) })],
  ])('changes nothing when %s', async (_, over) => {
    const before = await rows();
    await expect(record.run(therapist.context, family.id, aRequest(over()))).rejects.toMatchObject({ kind: 'invalid' });
    expect(await rows()).toBe(before);
  });

  it('refuses a young person alone and takes both signatures', async () => {
    const leo = await world.member(family.id, {
      given: 'Leo',
      family: 'Ibáñez',
      birthDate: monthsAfter(today(), 0).replace(/^\d{4}/, (y) => String(Number(y) - 12)),
    });
    const request = aRequest({ giverMemberId: leo.id, signedBy: 'Leo Ibáñez' });
    await expect(record.run(therapist.context, family.id, request)).rejects.toMatchObject({
      fields: [{ code: 'adult_signature_missing' }],
    });
    await record.run(therapist.context, family.id, {
      ...request,
      alsoSignedBy: { name: 'Ana Ibáñez', relationship: 'parent' },
    });
    expect((await listed()).items).toMatchObject([{ giverMemberId: leo.id, signedBy: 'Leo Ibáñez, Ana Ibáñez' }]);
  });

  it("gives the same answer when a member is another family's, has left, or is nobody", async () => {
    const foreign = await world.family({ therapist: other });
    const left = await world.member(family.id);
    await world.client.query('update member set left_on = current_date where id = $1', [left.id]);
    for (const id of [foreign.members[0]?.id ?? '', left.id, randomUUID()]) {
      await expect(
        record.run(therapist.context, family.id, aRequest({ recipientMemberIds: [id] })),
      ).rejects.toMatchObject({ code: 'not_found' });
      await expect(record.run(therapist.context, family.id, aRequest({ giverMemberId: id }))).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('is taken back once, and a second time is refused', async () => {
    const { id } = await record.run(therapist.context, family.id, aRequest());
    await expect(revoke.run(other.context, family.id, id, 'phone')).rejects.toMatchObject({ code: 'not_found' });
    await revoke.run(therapist.context, family.id, id, 'phone');
    await expect(revoke.run(therapist.context, family.id, id, 'paper')).rejects.toMatchObject({ code: 'wrong_state' });
    expect((await listed()).items).toMatchObject([{ id, state: 'revoked', revokedAt: expect.any(String) }]);
  });

  it('refuses one of two who take it back at the same moment', async () => {
    const { id } = await record.run(therapist.context, family.id, aRequest());
    const both = await Promise.allSettled([1, 2].map(() => revoke.run(therapist.context, family.id, id, 'phone')));
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'wrong_state' } });
  });

  it('adds a row and changes none when the same permission is given again', async () => {
    const first = await record.run(therapist.context, family.id, aRequest());
    await revoke.run(therapist.context, family.id, first.id, 'in-person');
    await record.run(therapist.context, family.id, aRequest());
    expect((await listed()).items.map((item) => item.state).sort()).toEqual(['live', 'revoked']);
  });

  it('is expired on its last day and live the day before', async () => {
    const over = await world.consent(family, ana, [marco], { witness: therapist, signedDaysAgo: 30, holdsDays: 30 });
    const last = await world.consent(family, ana, [marco], { witness: therapist, signedDaysAgo: 29, holdsDays: 30 });
    const states = new Map((await listed()).items.map((item) => [item.id, item.state]));
    expect([states.get(over), states.get(last)]).toEqual(['expired', 'live']);
  });

  it('lets the desk write a paper down and read nothing', async () => {
    await record.run(desk.context, family.id, aRequest());
    expect((await listed()).items).toHaveLength(1);
    await expect(list.run(desk.context, family.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it("is read by the supervisor, not written by a co-therapist, and nobody's who is not assigned", async () => {
    const supervisor = await world.staff('supervisor');
    await world.supervise(supervisor, therapist);
    const beside = await world.staff('co-therapist');
    await world.assign(beside, family.id, 'co-therapist');
    const before = await rows();
    await record.run(therapist.context, family.id, aRequest());
    expect((await listed(supervisor)).items).toHaveLength(1);
    expect((await listed(beside)).items).toHaveLength(1);
    for (const who of [beside, supervisor, other]) {
      await expect(record.run(who.context, family.id, aRequest())).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await rows()).toBe(before + 1);
    await expect(list.run(other.context, family.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is neither changed nor deleted when the application role tries', async () => {
    const { id } = await record.run(therapist.context, family.id, aRequest());
    const unitOfWork = new UnitOfWork(database);
    const tries = [
      `update consent set expires_on = expires_on + 1 where id = '${id}'`,
      `delete from consent where id = '${id}'`,
      `delete from consent_revocation`,
    ];
    for (const text of tries) {
      await expect(unitOfWork.run(therapist.context, (tx) => tx.change({ name: '', text }, []))).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('writes the audit row and touches the family page when something is recorded', async () => {
    const version = async (): Promise<number> =>
      (await world.client.query('select content_version from family where id = $1', [family.id])).rows[0]
        .content_version;
    const before = await version();
    const { id } = await record.run({ ...therapist.context, auditEvent: 'consent.recorded' }, family.id, aRequest());
    expect(await version()).toBe(before + 1);
    const { rows: events } = await world.client.query(
      'select event, subject_ids from audit_event where object_id = $1',
      [id],
    );
    expect(events).toEqual([{ event: 'consent.recorded', subject_ids: [ana.id, marco.id] }]);
  });
});
