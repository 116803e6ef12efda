import { Client, Pool } from 'pg';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';
import { enterText } from '@kinfold/shared/api';

const CLINICAL = [
  'family',
  'person',
  'member',
  'relationship',
  'session',
  'moment',
  'attendance',
  'participation',
  'progress_note',
  'draft_section',
  'signed_section',
  'addendum',
  'administration',
  'response',
  'score',
  'consent',
  'summary',
  'summary_line',
  'summary_answer',
  'assignment',
  'data_key',
  'account',
  'clinic',
];

interface Tenant {
  readonly world: World;
  readonly therapist: WorldAccount;
  readonly family: WorldFamily;
}

describe('tenant isolation', () => {
  let test: TestDatabase;
  let tenants: [Tenant, Tenant];

  const tenant = async (): Promise<Tenant> => {
    const world = await World.in(test.superuserUrl);
    const therapist = await world.staff('therapist');
    const family = await world.family({ therapist, members: 3 });
    await world.session(family, therapist, { status: 'closed' });
    return { world, therapist, family };
  };

  beforeAll(async () => {
    test = await createTestDatabase();
    tenants = [await tenant(), await tenant()];
  });

  afterAll(async () => {
    for (const { world } of tenants) await world.close();
    await test.drop();
  });

  it('gives the application role no row of any table when there is no context (TN-02)', async () => {
    const client = new Client({ connectionString: test.urls.app });
    await client.connect();
    try {
      for (const table of CLINICAL) expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
      // Once a setting was made and its transaction is over it reads as an empty text, which must not be an error or a clinic.
      const { context } = tenants[0].therapist;
      await client.query(enterText(context));
      expect((await client.query('select from family')).rowCount).toBe(1);
      await client.query('commit');
      for (const table of CLINICAL) expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('gives nothing to a session of one clinic that names the other (TN-06)', async () => {
    const client = new Client({ connectionString: test.urls.app });
    await client.connect();
    try {
      const [mine, theirs] = tenants;
      await client.query(enterText({ ...mine.therapist.context, clinicId: theirs.world.clinicId }));
      for (const table of CLINICAL.filter((name) => name !== 'clinic'))
        expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('refuses a row that carries the other clinic or points into it (TN-01)', async () => {
    const client = new Client({ connectionString: test.urls.app });
    await client.connect();
    try {
      const [mine, theirs] = tenants;
      const insert = (clinicId: string, familyId: string, memberId: string): Promise<unknown> =>
        client.query(
          `insert into relationship (clinic_id, id, family_id, from_member_id, to_member_id, kind) values ($1, gen_random_uuid(), $2, $3, $4, 'other')`,
          [clinicId, familyId, memberId, mine.family.members[1]?.id],
        );
      const [own, foreign] = [mine.family.members[0]?.id ?? '', theirs.family.members[0]?.id ?? ''];
      for (const attempt of [
        [theirs.world.clinicId, theirs.family.id, foreign],
        [mine.world.clinicId, theirs.family.id, own],
        [mine.world.clinicId, mine.family.id, foreign],
      ] as const) {
        await client.query(enterText(mine.therapist.context));
        await expect(insert(...attempt)).rejects.toMatchObject({ code: expect.stringMatching(/42501|23503/) });
        await client.query('rollback');
      }
      await client.query(enterText(mine.therapist.context));
      await expect(insert(mine.world.clinicId, mine.family.id, own)).resolves.toMatchObject({ rowCount: 1 });
      await client.query('rollback');
    } finally {
      await client.end();
    }
  });

  it('shows no foreign row when two clinics take turns on three connections and some transactions break off (TN-03)', async () => {
    const pool = new Pool({ connectionString: test.urls.app, max: 3 });
    let foreign = 0;
    let seen = 0;
    const one = async (index: number): Promise<void> => {
      const { therapist, world } = tenants[index % 2] ?? tenants[0];
      const client = await pool.connect();
      try {
        await client.query(enterText(therapist.context));
        const { rows } = await client.query<{ clinic_id: string }>(
          'select clinic_id from family union all select clinic_id from member union all select clinic_id from session',
        );
        seen += rows.length;
        foreign += rows.filter((row) => row.clinic_id !== world.clinicId).length;
        if (index % 7 === 0) await client.query('select 1 / 0');
        await client.query(index % 5 === 0 ? 'rollback' : 'commit');
        client.release();
      } catch {
        if (index % 2 === 0) await client.query('rollback');
        client.release(index % 2 === 1);
      }
    };
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => one(index)));
    await pool.end();
    expect(foreign).toBe(0);
    expect(seen).toBe(1_000 * 5);
  });

  it('believes nothing that was kept for another session, or before there was one', async () => {
    const client = new Client({ connectionString: test.urls.app });
    await client.connect();
    try {
      const [mine, theirs] = tenants;
      const stranger = await mine.world.staff('therapist');
      const forged = `set kinfold.known_account = '${mine.therapist.context.sessionId} ${mine.therapist.id}'`;
      await client.query(
        `${forged}; set kinfold.known_clinical_families = '${mine.therapist.context.sessionId} {${mine.family.id}}'`,
      );
      await client.query(enterText(stranger.context));
      expect((await client.query('select from family')).rowCount).toBe(0);
      await client.query('commit');
      await client.query(enterText(theirs.therapist.context));
      expect((await client.query('select id from family')).rows).toEqual([{ id: theirs.family.id }]);
      await client.query('commit');
    } finally {
      await client.end();
    }
  });

  it('opens nothing when the context carries text instead of ids', () => {
    const { context } = tenants[0].therapist;
    expect(() => enterText({ ...context, clinicId: `${context.clinicId}'; set role postgres; --` })).toThrow(
      RangeError,
    );
    expect(() => enterText({ ...context, sessionId: '' })).toThrow(RangeError);
    expect(() => enterText({ ...context, clinicZone: "Europe/Madrid'; --" })).toThrow(RangeError);
  });
});
