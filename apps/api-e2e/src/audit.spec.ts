/** The audit log and the data it describes (AL-01 to AL-04): no row, no data. */
import type { WorldAccount } from '@kinfold/shared/testing';
import { call, codeOf, type RunningClinic, startClinic } from './support/clinic';
import { furnish, type Ids } from './support/furnish';
import { type Operation, OPERATIONS } from './support/operations';

describe('the audit log', () => {
  let clinic: RunningClinic;
  let therapist: WorldAccount;
  let relative: WorldAccount;
  let stranger: WorldAccount;
  let ids: Ids;

  beforeAll(async () => {
    clinic = await startClinic();
    therapist = await clinic.world.staff('therapist');
    stranger = await clinic.world.staff('therapist');
    const furnished = await furnish(clinic.world, clinic.api, therapist);
    ids = furnished.ids;
    const member = furnished.family.members[1];
    if (!member) throw new Error('The family has no second member');
    relative = await clinic.world.portal(member);
  });

  afterAll(() => clinic.close());

  const who = (operation: Operation): WorldAccount => (operation.surfaces.includes('staff') ? therapist : relative);
  const rowsOf = async (requestId: unknown): Promise<unknown[]> =>
    (
      await clinic.world.client.query(
        'select event, result, actor_account_id as actor, clinic_id as clinic from audit_event where request_id = $1',
        [requestId],
      )
    ).rows;

  const reads = OPERATIONS.filter(
    ({ method, permission, audit }) => method === 'GET' && permission !== 'public' && audit !== 'none',
  );

  it.each(reads.map((operation) => [operation.id, operation] as const))(
    'has one row for %s, and one row when it is denied',
    async (_id, operation) => {
      const done = await call(clinic.api, operation, who(operation), { ids });
      expect(done.status).toBe(200);
      expect(await rowsOf(done.headers['x-request-id'])).toEqual([
        { event: operation.audit, result: 'done', actor: who(operation).id, clinic: clinic.world.clinicId },
      ]);
      if (operation.ids.length === 0 || !operation.surfaces.includes('staff')) return;
      const denied = await call(clinic.api, operation, stranger, { ids });
      expect(denied.status).toBe(404);
      expect(await rowsOf(denied.headers['x-request-id'])).toEqual([
        { event: operation.audit, result: 'denied', actor: stranger.id, clinic: clinic.world.clinicId },
      ]);
    },
  );

  it('has a row for a role that may never do what it tried', async () => {
    const auditor = await clinic.world.staff('auditor');
    for (const operation of OPERATIONS.filter(({ id }) =>
      ['createFamily', 'signNote', 'releaseSummary', 'openSession'].includes(id),
    )) {
      const answer = await call(clinic.api, operation, auditor, { ids });
      expect([operation.id, answer.status]).toEqual([operation.id, 404]);
      expect(await rowsOf(answer.headers['x-request-id'])).toMatchObject([
        { event: operation.audit, result: 'denied', actor: auditor.id },
      ]);
    }
  });

  it('has no row for what was refused before anybody was known, and none for what did not fit', async () => {
    const before = (await clinic.world.client.query('select count(*) from audit_event')).rows;
    for (const operation of OPERATIONS.filter(({ takesBody, permission }) => takesBody && permission !== 'public')) {
      expect((await call(clinic.api, operation, undefined, { ids })).status).toBe(401);
      expect([operation.id, [422, 428]]).toEqual([
        operation.id,
        expect.arrayContaining([(await call(clinic.api, operation, who(operation), { ids })).status]),
      ]);
    }
    expect((await clinic.world.client.query('select count(*) from audit_event')).rows).toEqual(before);
  });

  it('holds no words: what was searched for is not in it', async () => {
    const search = OPERATIONS.find(({ id }) => id === 'searchFamilies');
    if (!search) throw new Error('There is no search');
    expect((await call(clinic.api, search, therapist, { body: { text: 'Serra' } })).status).toBe(200);
    const { rows } = await clinic.world.client.query(
      `select event from audit_event e where e::text ilike '%serra%' or e::text ilike '%Ana%' or e::text ilike '%Sundays%'`,
    );
    expect(rows).toEqual([]);
  });

  it('cannot be read, changed or emptied by the application', async () => {
    for (const statement of [
      'select * from audit_event',
      'update audit_event set event = event',
      'delete from audit_event',
      'truncate audit_event',
    ]) {
      await clinic.world.client.query('begin');
      await clinic.world.client.query('set local role kinfold_app');
      await expect(clinic.world.client.query(statement)).rejects.toMatchObject({ code: '42501' });
      await clinic.world.client.query('rollback');
    }
  });

  it('gives nothing and changes nothing when it cannot be written', async () => {
    const { client } = clinic.world;
    const versions = async (): Promise<unknown> =>
      (
        await client.query(`select (select count(*) from family) f, (select sum(version) from session) s, (select count(*) from moment) m, (select count(*) from progress_note) n,
        (select count(*) from administration) a, (select count(*) from summary_line) l, (select count(*) from consent_revocation) c`)
      ).rows;
    const before = await versions();
    await client.query('revoke insert on audit_event from kinfold_app');
    try {
      for (const operation of OPERATIONS.filter(
        ({ permission, audit }) => permission !== 'public' && permission !== 'self' && audit !== 'none',
      )) {
        const answer = await call(clinic.api, operation, who(operation), {
          ids,
          body: operation.body(),
          headers: operation.needsVersion ? { 'If-Match': '"1"' } : {},
        });
        expect([operation.id, answer.status >= 400]).toEqual([operation.id, true]);
        expect(
          Object.keys(JSON.parse(answer.text))
            .sort()
            .filter((key) => !['code', 'fields', 'requestId', 'status', 'title', 'type'].includes(key)),
        ).toEqual([]);
        if (operation.method === 'GET')
          expect([operation.id, answer.status, codeOf(answer)]).toEqual([operation.id, 500, 'server_failed']);
        expect(answer.text).not.toMatch(/Serra|Bruno|Sundays|permission denied|audit_event/);
      }
      expect((await call(clinic.api, named('isReady'), undefined)).status).toBe(503);
      expect(await versions()).toEqual(before);
    } finally {
      await client.query('grant insert on audit_event to kinfold_app');
    }
    expect((await call(clinic.api, named('isReady'), undefined)).status).toBe(204);
  });
});

function named(id: string): Operation {
  const found = OPERATIONS.find((operation) => operation.id === id);
  if (!found) throw new Error(`There is no operation ${id}`);
  return found;
}
