import { Policy } from '@kinfold/access/api';
import { copingAndSelfCareCheck as check } from '@kinfold/assessments/domain';
import { FAMILY_ENTITIES } from '@kinfold/families/api';
import { Database, Sql, statement, UnitOfWork } from '@kinfold/shared/api';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
  type WorldMember,
} from '@kinfold/shared/testing';
import { GiveInstrument } from './administrations/give-instrument';
import { OpenAdministration } from './administrations/open-administration';
import { SendAnswers } from './administrations/send-answers';
import { WithdrawAdministration } from './administrations/withdraw-administration';
import type { MeasuresAnswer } from './assessments.answers';
import type { ItemAnswerRequest } from './assessments.requests';
import { ASSESSMENT_ENTITIES } from './entities';
import { ListMeasures } from './results/list-measures';
import { ReadResult } from './results/read-result';

/** Every item with the same answer, but for those named. */
const answers = (value: number | null, over: Readonly<Record<string, number | null>> = {}): ItemAnswerRequest[] =>
  check.items.map(({ id }) => ({ item: id, value: id in over ? (over[id] ?? null) : value }));

describe('assessments', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let therapist: WorldAccount;
  let other: WorldAccount;
  let family: WorldFamily;
  let relative: WorldMember;
  let give: GiveInstrument;
  let open: OpenAdministration;
  let send: SendAnswers;
  let withdraw: WithdrawAdministration;
  let list: ListMeasures;
  let read: ReadResult;

  const given = async (member = relative, who = therapist): Promise<string> =>
    (await give.run(who.context, family.id, { instrument: check.id, respondentMemberId: member.id, language: 'en' }))
      .id;
  const measures = async (who: WorldAccount): Promise<MeasuresAnswer> =>
    JSON.parse(await list.run(who.context, family.id));
  const count = async (table: 'administration' | 'response' | 'score'): Promise<number> =>
    (await world.client.query(`select count(*)::int as n from ${table} where clinic_id = $1`, [world.clinicId])).rows[0]
      .n;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = await Database.open(test.urls.app, [...ASSESSMENT_ENTITIES, ...FAMILY_ENTITIES]);
    const unitOfWork = new UnitOfWork(database);
    const policy = new Policy();
    give = new GiveInstrument(unitOfWork, policy);
    open = new OpenAdministration(unitOfWork, policy);
    send = new SendAnswers(unitOfWork, policy);
    withdraw = new WithdrawAdministration(unitOfWork, policy);
    list = new ListMeasures(new Sql(database));
    read = new ReadResult(unitOfWork, policy);
  });

  beforeEach(async () => {
    world = await World.in(test.superuserUrl);
    therapist = await world.staff('therapist');
    other = await world.staff('therapist');
    family = await world.family({ therapist, members: 0 });
    relative = await world.member(family.id, { given: 'Nuria', standing: 'parent' });
  });

  afterEach(() => world.close());

  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  describe('giving', () => {
    it('pins the edition and opens on the tablet without a word about the family when it is given to a relative', async () => {
      const id = await given();
      expect(await open.run(therapist.context, id)).toEqual({
        id,
        familyId: family.id,
        instrument: check.id,
        instrumentVersion: check.version,
        language: 'en',
        state: 'given',
      });
      const {
        members,
        administrations: [administration],
      } = await measures(therapist);
      expect(members).toMatchObject([
        { id: relative.id, givenName: 'Nuria', standing: 'parent', leftOn: null, diedOn: null, place: 0 },
      ]);
      expect(administration).toMatchObject({
        id,
        scoringVersion: check.scoringVersion,
        total: null,
        areas: [],
        takenOn: null,
      });
    });

    it("finds neither another family's member nor another therapist's family when they are named", async () => {
      const foreign = await world.family({ therapist: other });
      await expect(given(foreign.members[0])).rejects.toMatchObject({ code: 'not_found' });
      await expect(given(relative, other)).rejects.toMatchObject({ code: 'not_found' });
      expect(await count('administration')).toBe(0);
    });

    it('asks nobody who has left or died, nor the person in recovery, when the measure is for relatives', async () => {
      const left = await world.member(family.id, { standing: 'sibling' });
      const died = await world.member(family.id, { standing: 'partner' });
      const inRecovery = await world.member(family.id, { standing: 'in-recovery' });
      await world.client.query('update member set left_on = current_date where id = $1', [left.id]);
      await world.client.query('update member set died_on = current_date where id = $1', [died.id]);
      const refused = (code: string) => ({
        code: 'validation_failed',
        fields: [{ field: 'respondentMemberId', code }],
      });
      await expect(given(left)).rejects.toMatchObject(refused('member_left'));
      await expect(given(died)).rejects.toMatchObject(refused('member_died'));
      await expect(given(inRecovery)).rejects.toMatchObject(refused('other_respondent'));
      expect(await count('administration')).toBe(0);
    });

    it('refuses an instrument that is not in the catalogue when it is named', async () => {
      const request = { instrument: 'nothing-like-it', respondentMemberId: relative.id, language: 'es' as const };
      await expect(give.run(therapist.context, family.id, request)).rejects.toMatchObject({
        fields: [{ field: 'instrument' }],
      });
    });

    it('keeps one open when it is given twice at once, and can be given again when it was taken back', async () => {
      const both = await Promise.allSettled([given(), given()]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(both.find((one) => one.status === 'rejected')).toMatchObject({
        reason: { kind: 'conflict', code: 'already_given' },
      });
      const [waiting] = (await measures(therapist)).administrations;
      await withdraw.run(therapist.context, family.id, waiting?.id ?? '', 1);
      await expect(given()).resolves.toEqual(expect.any(String));
    });

    it('is refused without hiding the family when a supervisor may read it only', async () => {
      const supervisor = await world.staff('supervisor');
      await world.supervise(supervisor, therapist);
      await expect(given(relative, supervisor)).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  describe('answering', () => {
    it('keeps the response, the total and every area when it is sent', async () => {
      const id = await given();
      await send.run(therapist.context, id, answers(2, { 'helping-1': 4, 'limits-1': null }));
      const [administration] = (await measures(therapist)).administrations;
      expect(administration).toMatchObject({
        state: 'answered',
        version: 2,
        total: { value: 38, method: 'prorated', min: 0, max: 72, low: 36, high: 40, answered: 17, items: 18 },
      });
      expect(administration?.areas).toHaveLength(check.subscales.length);
      expect(administration?.areas).toContainEqual({
        scale: 'helping',
        value: 8,
        method: 'full-sum',
        min: 0,
        max: 12,
        low: 8,
        high: 8,
        answered: 3,
        items: 3,
      });
      const { rows } = await world.client.query('select class, answers from response where administration_id = $1', [
        id,
      ]);
      expect(rows).toEqual([
        {
          class: 'individual-confidential',
          answers: check.items.map((item) => (item.id === 'limits-1' ? null : item.id === 'helping-1' ? 4 : 2)),
        },
      ]);
    });

    it('keeps one response and refuses the other when it is sent twice at once', async () => {
      const id = await given();
      const both = await Promise.allSettled([
        send.run(therapist.context, id, answers(1)),
        send.run(therapist.context, id, answers(3)),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(both.find((one) => one.status === 'rejected')).toMatchObject({
        reason: { kind: 'conflict', code: 'already_answered' },
      });
      await expect(send.run(therapist.context, id, answers(1))).rejects.toMatchObject({ code: 'already_answered' });
      expect(await count('response')).toBe(1);
      expect(await count('score')).toBe(1 + check.subscales.length);
    });

    it.each([
      ['a value the item does not allow', answers(2, { 'worry-2': 5 }), 'answers.worry-2', 'answer_not_allowed'],
      ['a value between two options', answers(2, { 'worry-2': 1.5 }), 'answers.worry-2', 'answer_not_allowed'],
      ['an item without an entry', answers(2).slice(1), 'answers.self-care-1', 'answers_wrong_count'],
      [
        'an item that is not asked',
        [...answers(2), { item: '__proto__', value: 1 }],
        'answers.__proto__',
        'answer_unknown_item',
      ],
      ['an item with two entries', [...answers(2), { item: 'worry-2', value: 1 }], 'answers.worry-2', 'answer_twice'],
    ])('names the item and changes nothing when there is %s', async (_, sent, field, code) => {
      const id = await given();
      await expect(send.run(therapist.context, id, sent)).rejects.toMatchObject({
        kind: 'invalid',
        fields: [{ field, code }],
      });
      expect(await count('response')).toBe(0);
      expect(await count('score')).toBe(0);
      expect(await open.run(therapist.context, id)).toMatchObject({ state: 'given' });
    });

    it('is not there for another therapist when they know its id', async () => {
      const id = await given();
      await expect(open.run(other.context, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(send.run(other.context, id, answers(2))).rejects.toMatchObject({ code: 'not_found' });
      await expect(withdraw.run(other.context, family.id, id, 1)).rejects.toMatchObject({ code: 'not_found' });
      await expect(read.run(other.context, family.id, id)).rejects.toMatchObject({ code: 'not_found' });
      expect(await count('response')).toBe(0);
    });

    it('cannot be changed or removed by the application when it is kept', async () => {
      const id = await given();
      await send.run(therapist.context, id, answers(2));
      for (const change of [
        "update response set answers = '[]'",
        'delete from response',
        'update score set value = 0',
        'delete from score',
        'delete from administration',
      ]) {
        await expect(database.dataSource.query(change)).rejects.toMatchObject({ driverError: { code: '42501' } });
      }
      expect((await measures(therapist)).administrations[0]?.total?.value).toBe(36);
    });

    it('changes the entity tag of the family page when answers come in', async () => {
      const id = await given();
      const version = async (): Promise<number> =>
        (await world.client.query('select content_version from family where id = $1', [family.id])).rows[0]
          .content_version;
      const before = await version();
      await send.run(therapist.context, id, answers(2));
      expect(await version()).toBeGreaterThan(before);
    });

    it('writes ids and counts and no answer into the audit log when answers come in', async () => {
      const id = await given();
      await send.run({ ...therapist.context, auditEvent: 'response.sent' }, id, answers(3, { 'limits-1': null }));
      const { rows } = await world.client.query(
        `select subject_ids, detail from audit_event where event = 'response.sent' and clinic_id = $1`,
        [world.clinicId],
      );
      expect(rows).toEqual([{ subject_ids: [relative.id], detail: { administration: id, answered: 17, leftOut: 1 } }]);
    });
  });

  describe('taking back', () => {
    it('needs the version that was read and is refused when answers are in', async () => {
      const id = await given();
      await expect(withdraw.run(therapist.context, family.id, id, 7)).rejects.toMatchObject({ code: 'version_stale' });
      await send.run(therapist.context, id, answers(2));
      await expect(withdraw.run(therapist.context, family.id, id, 2)).rejects.toMatchObject({ code: 'wrong_state' });
      expect(await open.run(therapist.context, id)).toMatchObject({ state: 'answered' });
    });

    it('takes no answers any more and leaves the list when it was taken back', async () => {
      const id = await given();
      await withdraw.run(therapist.context, family.id, id, 1);
      await expect(send.run(therapist.context, id, answers(2))).rejects.toMatchObject({ code: 'wrong_state' });
      expect((await measures(therapist)).administrations).toEqual([]);
    });
  });

  describe('results', () => {
    const answered = async (sent: ItemAnswerRequest[], member = relative): Promise<string> => {
      const id = await given(member);
      await send.run(therapist.context, id, sent);
      return id;
    };

    it('shows the total, the areas and every step, without a change, when it is the first time', async () => {
      const page = await read.run(therapist.context, family.id, await answered(answers(1)));
      expect(page).toMatchObject({ givenName: 'Nuria', state: 'answered', change: null });
      expect(page.result?.total).toMatchObject({ value: 28, min: 0, max: 72 });
      expect(page.result?.working).toHaveLength(check.items.length + check.subscales.length + 1);
      expect(page.result?.working.at(-1)?.working.en).toMatch(/ = 28 \(possible 0 to 72\)$/);
    });

    it('gives the plain differences and cannot say when nothing published tells a change from ups and downs', async () => {
      const sister = await world.member(family.id, { standing: 'sibling' });
      await answered(answers(4), sister);
      const first = await answered(answers(1));
      const second = await answered(answers(1, { 'worry-2': 3 }));
      const { change } = await read.run(therapist.context, family.id, second);
      expect(change).toMatchObject({
        previousId: first,
        verdict: 'cannot-say',
        reason: 'no-parameters',
        total: {
          before: 28,
          after: 30,
          difference: 2,
          words: { en: '2 points higher than before', es: '2 puntos más que antes' },
        },
      });
      expect(change?.areas).toContainEqual(expect.objectContaining({ scale: 'worry', difference: 2 }));
      expect((await read.run(therapist.context, family.id, first)).change).toBeNull();
    });

    it('has neither result nor change when it is not answered yet', async () => {
      expect(await read.run(therapist.context, family.id, await given())).toMatchObject({
        state: 'given',
        result: null,
        change: null,
      });
    });

    it('is not there under another family when only the id is right', async () => {
      const mine = await world.family({ therapist });
      await expect(read.run(therapist.context, mine.id, await answered(answers(1)))).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('shows progress staff the total and the date alone', async () => {
      const progress = await world.staff('progress-staff');
      const id = await answered(answers(1));
      const { administrations } = await measures(progress);
      expect(administrations).toMatchObject([{ id, total: { value: 28 }, takenOn: expect.any(String), areas: [] }]);
      await expect(read.run(progress.context, family.id, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(open.run(progress.context, id)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('gives progress staff neither answers nor areas from the database itself when they are asked for directly', async () => {
      const progress = await world.staff('progress-staff');
      await answered(answers(1));
      const rows = await new UnitOfWork(database).run(progress.context, async (tx) => {
        await tx.audit({});
        return tx.rows(
          statement('all-scales', `select scale from score union all select 'response' from response`),
          [],
        );
      });
      expect(rows).toEqual([{ scale: 'total' }]);
    });

    it('shows nothing to the desk, to administration and to therapists of other families', async () => {
      await answered(answers(1));
      const others = [other, await world.staff('front-desk'), await world.staff('admin'), await world.staff('auditor')];
      for (const who of others)
        await expect(list.run(who.context, family.id)).rejects.toMatchObject({ code: 'not_found' });
    });
  });
});
