import { Client } from 'pg';
import {
  type AuditFacts,
  audited,
  brokenConstraint,
  type Context,
  Database,
  Sql,
  sqlState,
  statement,
  UnitOfWork,
} from '@kinfold/shared/api';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';

const PAUSE = statement('test-pause', `update family set status = 'paused' where clinic_id = $1 and id = $2`);
const LOOK = statement('test-look', 'select status from family where clinic_id = $1 and id = $2');
const REPEATABLE = statement('test-repeatable', 'set transaction isolation level repeatable read');
const TOO_MANY = statement('test-count', 'select count(*)::int as n from family');

describe('a unit of work', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let unitOfWork: UnitOfWork;
  let therapist: WorldAccount;
  let family: WorldFamily;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, []);
    unitOfWork = new UnitOfWork(database);
  });

  beforeEach(async () => {
    therapist = await world.staff('therapist');
    family = await world.family({ therapist });
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

  const facts = (): AuditFacts => ({ familyId: family.id, detail: { test: true } });
  const context = (): Context => therapist.context;
  const statusOf = async (id = family.id): Promise<string | undefined> =>
    (await world.client.query<{ status: string }>('select status from family where id = $1', [id])).rows[0]?.status;
  const audits = async (): Promise<number> =>
    (await world.client.query('select from audit_event where actor_account_id = $1', [therapist.id])).rowCount ?? 0;

  it('commits the work and its audit row together', async () => {
    const changed = await unitOfWork.run(context(), async (tx) => {
      const count = await tx.change(PAUSE, [world.clinicId, family.id]);
      await tx.audit(facts());
      return count;
    });
    expect([changed, await statusOf(), await audits()]).toEqual([1, 'paused', 1]);
  });

  it('does not commit when the work wrote no audit row', async () => {
    await expect(unitOfWork.run(context(), (tx) => tx.change(PAUSE, [world.clinicId, family.id]))).rejects.toThrow(
      /no audit row/,
    );
    expect([await statusOf(), await audits()]).toEqual(['active', 0]);
  });

  it('leaves nothing behind when the work fails after everything was written', async () => {
    const failing = unitOfWork.run(context(), async (tx) => {
      await tx.change(PAUSE, [world.clinicId, family.id]);
      await tx.audit(facts());
      throw new RangeError('too late');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect([await statusOf(), await audits()]).toEqual(['active', 0]);
  });

  it('leaves nothing behind when the audit row is refused', async () => {
    const stranger = await World.in(test.superuserUrl);
    const foreign = { ...facts(), subjectIds: ['not an id'] };
    const failing = unitOfWork.run(context(), async (tx) => {
      await tx.change(PAUSE, [world.clinicId, family.id]);
      await tx.audit(foreign);
    });
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(sqlState(error)).toBe('22P02');
    expect(await statusOf()).toBe('active');
    await stranger.close();
  });

  it('runs again when another transaction changed what it had read (40001)', async () => {
    let runs = 0;
    await unitOfWork.run(context(), async (tx) => {
      runs++;
      await tx.change(REPEATABLE, []);
      await tx.rows(LOOK, [world.clinicId, family.id]);
      if (runs === 1) await world.client.query('update family set version = version + 1 where id = $1', [family.id]);
      await tx.change(PAUSE, [world.clinicId, family.id]);
      await tx.audit(facts());
    });
    expect([runs, await statusOf(), await audits()]).toEqual([2, 'paused', 1]);
  });

  it('gives up after the third time', async () => {
    let runs = 0;
    const failing = unitOfWork.run(context(), async (tx) => {
      runs++;
      await tx.change(REPEATABLE, []);
      await tx.rows(LOOK, [world.clinicId, family.id]);
      await world.client.query('update family set version = version + 1 where id = $1', [family.id]);
      await tx.change(PAUSE, [world.clinicId, family.id]);
      await tx.audit(facts());
    });
    expect(sqlState(await failing.catch((reason: unknown) => reason))).toBe('40001');
    expect([runs, await statusOf(), await audits()]).toEqual([3, 'active', 0]);
  });

  it('and another that wait for each other both finish: the one that was broken off runs again (40P01)', async () => {
    const other = await world.family({ therapist });
    let met = 0;
    let meet = (): void => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    const crosswise = (first: string, second: string): Promise<number> => {
      let runs = 0;
      return unitOfWork.run(context(), async (tx) => {
        runs++;
        await tx.change(PAUSE, [world.clinicId, first]);
        if (runs === 1) {
          if (++met === 2) meet();
          await both;
        }
        await tx.change(PAUSE, [world.clinicId, second]);
        await tx.audit(facts());
        return runs;
      });
    };
    const runs = await Promise.all([crosswise(family.id, other.id), crosswise(other.id, family.id)]);
    expect(runs.sort()).toEqual([1, 2]);
    expect([await statusOf(), await statusOf(other.id), await audits()]).toEqual(['paused', 'paused', 2]);
  });

  it('keeps a denial although nothing else happened', async () => {
    await unitOfWork.auditDenial(context(), { detail: { code: 'not_found' } });
    const { rows } = await world.client.query(
      'select result, event, detail from audit_event where actor_account_id = $1',
      [therapist.id],
    );
    expect(rows).toEqual([{ result: 'denied', event: 'test.event', detail: { code: 'not_found' } }]);
  });

  it('sees nothing once the session ended, and leaves no context on the connection for the next', async () => {
    const count = (who: Context): Promise<number | undefined> =>
      unitOfWork.run(who, async (tx) => {
        const [row] = await tx.rows<{ n: number }>(TOO_MANY, []);
        await tx.audit({});
        return row?.n;
      });
    expect(await count(context())).toBe(1);
    const bare = await database.withClient((client) =>
      client.query(
        `select nullif(current_setting('kinfold.clinic', true), '') as clinic, count(*)::int as n from family`,
      ),
    );
    expect(bare.rows).toEqual([{ clinic: null, n: 0 }]);
    await world.endSession(therapist);
    expect(await count(context())).toBe(0);
  });

  it.each(['clinicId', 'sessionId', 'clinicZone'] as const)(
    'does not begin when the context holds SQL in %s',
    async (name) => {
      const forged = { ...context(), [name]: `x'; drop table family; --` };
      await expect(unitOfWork.run(forged, async (tx) => tx.audit({}))).rejects.toThrow(RangeError);
    },
  );

  it('names the constraint that refused', async () => {
    const wrong = statement('test-wrong', `update family set status = 'gone' where clinic_id = $1 and id = $2`);
    const error: unknown = await unitOfWork
      .run(context(), (tx) => tx.change(wrong, [world.clinicId, family.id]))
      .catch((reason: unknown) => reason);
    expect([sqlState(error), brokenConstraint(error)]).toEqual(['23514', 'family_status_check']);
  });
});

describe('an audited statement', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let sql: Sql;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, []);
    sql = new Sql(database);
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

  it('gives nothing and writes nothing when there is nothing for this actor', async () => {
    const read = audited('test-read', 1, `select display_name as body from family where id = $1::uuid`);
    const [therapist, stranger] = [await world.staff('therapist'), await world.staff('therapist')];
    const family = await world.family({ therapist, name: 'Roldán' });
    expect(await sql.read(therapist.context, read, [family.id], { familyId: family.id })).toBe('Roldán');
    expect(await sql.read(stranger.context, read, [family.id], { familyId: family.id })).toBeNull();
    const { rows } = await world.client.query(
      'select actor_account_id as actor from audit_event where clinic_id = $1',
      [world.clinicId],
    );
    expect(rows).toEqual([{ actor: therapist.id }]);
  });

  it('gives nothing when its audit row cannot be written', async () => {
    const read = audited('test-read-2', 1, `select display_name as body from family where id = $1::uuid`);
    const therapist = await world.staff('therapist');
    const family = await world.family({ therapist });
    const forged = { ...therapist.context, requestId: 'not an id' };
    await expect(sql.read(forged, read, [family.id])).rejects.toMatchObject({ code: '22P02' });
    expect(await sql.read(therapist.context, read, [family.id])).not.toBeNull();
  });

  it('carries another name when its text is another', () => {
    expect(statement('a', 'select 1').name).not.toBe(statement('a', 'select 2').name);
  });

  it('comes through when connections break between two of them', async () => {
    const read = audited('test-read-3', 1, `select display_name as body from family where id = $1::uuid`);
    const therapist = await world.staff('therapist');
    const family = await world.family({ therapist });
    const admin = new Client({ connectionString: test.superuserUrl });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'kinfold_app'`,
    );
    await admin.end();
    const asked = await Promise.allSettled(
      Array.from({ length: 12 }, () => sql.read(therapist.context, read, [family.id])),
    );
    expect(asked.length).toBe(12);
    expect(await sql.read(therapist.context, read, [family.id])).not.toBeNull();
  });
});
