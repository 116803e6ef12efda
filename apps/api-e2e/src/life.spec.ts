/** The process as whoever runs it sees it (RL-06 to RL-08, LG-02): health, stopping, too much at once, and the log of the database. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { ownPage, type WorldAccount, type WorldFamily } from '@kinfold/shared/testing';
import { codeOf, type RunningClinic, startClinic } from './support/clinic';
import { type Answer, json, send } from './support/send';

describe('the process', () => {
  let clinic: RunningClinic;
  let therapist: WorldAccount;
  let family: WorldFamily;
  let holder: Client;

  beforeEach(async () => {
    clinic = await startClinic();
    therapist = await clinic.world.staff('therapist');
    family = await clinic.world.family({ therapist });
    holder = new Client({ connectionString: clinic.database.superuserUrl });
    await holder.connect();
  });

  afterEach(async () => {
    await holder.end().catch(() => undefined);
    await clinic.close();
  });

  const open = (): Promise<Answer> =>
    send(clinic.api.staffUrl, `/api/v1/families/${family.id}`, { headers: ownPage(therapist) });
  const ready = async (): Promise<number> => (await send(clinic.api.staffUrl, '/health/ready')).status;

  /** Waits until so many statements of the application wait for a lock. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const { rows } = await clinic.world.client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'kinfold_app' and wait_event_type = 'Lock'`,
      );
      if ((rows[0]?.n ?? 0) >= count) return;
    }
  }

  it('says that it lives and that it is ready, to anybody, without a word more', async () => {
    for (const url of [clinic.api.staffUrl, clinic.api.portalUrl]) {
      for (const path of ['/health/live', '/health/ready']) {
        const answer = await send(url, path);
        expect([path, answer.status, answer.text]).toEqual([path, 204, '']);
      }
    }
  });

  it('lives but is not ready when the schema is newer or older than it knows', async () => {
    const { client } = clinic.world;
    await client.query(`insert into migration (timestamp, name) values (9999999999999, 'Later9999999999999')`);
    expect(await ready()).toBe(503);
    const answer = await send(clinic.api.staffUrl, '/health/ready');
    expect([codeOf(answer), Object.keys(JSON.parse(answer.text)).sort()]).toEqual([
      'not_ready',
      ['code', 'requestId', 'status', 'title', 'type'],
    ]);
    expect((await send(clinic.api.staffUrl, '/health/live')).status).toBe(204);
    await client.query(`delete from migration where name = 'Later9999999999999'`);
    expect(await ready()).toBe(204);
    await client.query(`delete from migration where id = (select max(id) from migration)`);
    expect(await ready()).toBe(503);
  });

  it('answers 503 with a time to come back when every connection is taken, and recovers by itself', async () => {
    await holder.query('begin');
    await holder.query('lock table family in access exclusive mode');
    const answers = Promise.all(Array.from({ length: 12 }, open));
    const first = await Promise.race([answers.then((all) => all[0]), firstOf(Array.from({ length: 1 }, open), 503)]);
    expect(first?.status).toBe(503);
    expect(first?.headers['retry-after']).toBe('2');
    expect(first && codeOf(first)).toBe('busy');
    await holder.query('rollback');
    await answers;
    expect((await open()).status).toBe(200);
    expect(await ready()).toBe(204);
  });

  it('answers 503 and comes back when the database throws everybody out in the middle of their work', async () => {
    const search = (): Promise<Answer> =>
      send(clinic.api.staffUrl, '/api/v1/families/search', {
        method: 'POST',
        ...json({ text: 'fa' }, ownPage(therapist)),
      });
    const statuses: number[] = [];
    for (let round = 0; round < 5; round++) {
      const asked = Array.from({ length: 12 }, (_, index) => (index % 2 ? open() : search()));
      await clinic.world.client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename in ('kinfold_app', 'kinfold_auth')`,
      );
      statuses.push(...(await Promise.all(asked)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
    for (let index = 0; index < 12; index++) await open();
    expect((await open()).status).toBe(200);
    expect((await send(clinic.api.staffUrl, '/health/live')).status).toBe(204);
  });

  it('finishes what is under way when it is asked to stop, and then takes nothing more', async () => {
    await holder.query('begin');
    await holder.query('lock table member in access exclusive mode');
    const underWay = send(clinic.api.staffUrl, '/api/v1/families', {
      method: 'POST',
      ...json(
        {
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
        },
        ownPage(therapist),
      ),
    });
    await waiting(1);
    const stopped = clinic.api.stop();
    await refused(() => send(clinic.api.portalUrl, '/health/live'));
    await holder.query('rollback');
    expect((await underWay).status).toBe(201);
    expect(await stopped).toBe(0);
    expect((await clinic.world.client.query(`select from family where display_name = 'Roldán'`)).rowCount).toBe(1);
  });

  it('leaves nothing of what people wrote in the log of the database, whatever goes wrong', async () => {
    const { client } = clinic.world;
    const marker = 'Zarzuela-Kinfold-7731';
    await client.query(`alter table person add constraint never check (given_name <> '${marker}')`);
    const answer = await send(clinic.api.staffUrl, '/api/v1/families', {
      method: 'POST',
      ...json(
        {
          displayName: marker,
          secretsPolicy: 'limited',
          anotherPerson: false,
          members: [
            {
              givenName: marker,
              familyName: marker,
              nickname: null,
              birthDate: '1990-05-04',
              standing: 'in-recovery',
              safeContact: 'any',
            },
          ],
        },
        ownPage(therapist),
      ),
    });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(marker);
    const written = await clinic.api.logWith(String(answer.headers['x-request-id']));
    expect(written).toContain('23514');
    expect(written).not.toContain(marker);
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const log = join(dirname(rows[0]?.data_directory ?? ''), 'postgres.log');
    expect(existsSync(log)).toBe(true);
    expect(readFileSync(log, 'utf8')).not.toContain(marker);
  });
});

/** The first answer with a status. */
async function firstOf(asked: readonly Promise<Answer>[], status: number): Promise<Answer | undefined> {
  for (const answer of asked) {
    const got = await answer;
    if (got.status === status) return got;
  }
  return undefined;
}

/** Asks until nobody listens any more. */
async function refused(ask: () => Promise<Answer>): Promise<void> {
  for (;;) {
    const gone = await ask().then(
      () => false,
      () => true,
    );
    if (gone) return;
  }
}
