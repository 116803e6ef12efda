import { Client } from 'pg';
import { checkServerSettings, EMBEDDED_EXPECTATION, EXTERNAL_EXPECTATION } from './check-server';
import { DatabaseServerError } from './database-server';
import { ExternalDatabaseServer } from './external-database-server';
import { withClient } from './prepare-database';
import { administratorScript, createDatabaseSql, databaseSql, rolesSql } from './roles';
import { createTemporaryDatabaseServer, type TemporaryDatabaseServer } from './temporary-database-server';
import { withDatabase } from './database-address';

// A whole server starts and stops in some of these, on machines that are busy with other tests.
jest.setTimeout(60_000);

let server: TemporaryDatabaseServer;

beforeAll(async () => {
  server = await createTemporaryDatabaseServer({ durable: true });
});
afterAll(() => server.stop());

const asSuperuser = <T>(use: (client: Client) => Promise<T>) =>
  withClient(withDatabase(server.superuserUrl, 'kinfold'), use);

async function problemOf(work: Promise<unknown>): Promise<DatabaseServerError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DatabaseServerError) return error;
  throw new Error(`A refusal was expected, there was ${String(error)}.`);
}

describe('roles', () => {
  it('have exactly the attributes of the design when they were just made', async () => {
    const { rows } = await asSuperuser((client) =>
      client.query(
        `SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
           FROM pg_roles WHERE rolname LIKE 'kinfold%' ORDER BY rolname`,
      ),
    );
    const plain = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    expect(rows).toEqual([
      { ...plain, rolname: 'kinfold_app', rolcanlogin: true },
      { ...plain, rolname: 'kinfold_auth', rolcanlogin: true },
      { ...plain, rolname: 'kinfold_migrator', rolcanlogin: true, rolbypassrls: true },
      { ...plain, rolname: 'kinfold_owner', rolcanlogin: false },
      { ...plain, rolname: 'kinfold_policy_owner', rolcanlogin: false },
    ]);
  });

  it('make only the migrator a member of the owners when they were just made', async () => {
    const { rows } = await asSuperuser((client) =>
      client.query(
        `SELECT pg_get_userbyid(member) AS member, pg_get_userbyid(roleid) AS of FROM pg_auth_members
          WHERE pg_get_userbyid(roleid) LIKE 'kinfold%' ORDER BY 2`,
      ),
    );
    expect(rows).toEqual([
      { member: 'kinfold_migrator', of: 'kinfold_owner' },
      { member: 'kinfold_migrator', of: 'kinfold_policy_owner' },
    ]);
  });

  it('change nothing when the statements run a second time', async () => {
    const read = () =>
      asSuperuser((client) => client.query(`SELECT * FROM pg_roles WHERE rolname LIKE 'kinfold%' ORDER BY rolname`));
    const before = await read();
    await asSuperuser((client) => client.query(rolesSql()));
    await asSuperuser((client) => client.query(databaseSql()));
    expect((await read()).rows).toEqual(before.rows);
  });

  it('let the application create nothing when it tries', async () => {
    await withClient(server.urls.app, async (client) => {
      await expect(client.query('CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('CREATE TEMPORARY TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('CREATE SCHEMA mine')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('SET ROLE kinfold_owner')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('let the migrator make tables for the owner when it takes that role', async () => {
    await withClient(server.urls.migrator, async (client) => {
      await client.query('BEGIN; SET LOCAL ROLE kinfold_owner; CREATE TABLE trial (id int)');
      const { rows } = await client.query(`SELECT tableowner FROM pg_tables WHERE tablename = 'trial'`);
      await client.query('ROLLBACK');
      expect(rows).toEqual([{ tableowner: 'kinfold_owner' }]);
    });
  });

  it('refuse a connection when the password is wrong or missing', async () => {
    const wrong = new URL(server.urls.app);
    wrong.password = 'wrong';
    await expect(withClient(wrong.toString(), async () => undefined)).rejects.toMatchObject({ code: '28P01' });
    wrong.password = '';
    await expect(withClient(wrong.toString(), async () => undefined)).rejects.toThrow();
  });

  it('keep a quote in a password inside its literal when an administrator chose it', () => {
    const script = administratorScript({ app: `it's`, auth: `:'auth_password'`, migrator: 'c' });
    expect(script).toContain(`ALTER ROLE kinfold_app PASSWORD 'it''s';`);
    expect(script).toContain(`ALTER ROLE kinfold_auth PASSWORD :'auth_password';`);
    expect(script).toContain(createDatabaseSql());
  });
});

describe('checkServerSettings', () => {
  const check = (url: string, expectation = EMBEDDED_EXPECTATION) =>
    withClient(url, (client) => checkServerSettings(client, expectation));

  /** Runs while a setting of the whole server is changed; the changed setting must not be one of the command line. */
  const whileDatabaseHas = async (setting: string, work: () => Promise<void>) => {
    await asSuperuser((client) => client.query(`ALTER DATABASE kinfold SET ${setting}`));
    await work().finally(() => asSuperuser((client) => client.query('ALTER DATABASE kinfold RESET ALL')));
  };

  it('finds nothing to say when the server is ours', async () => {
    await expect(check(server.urls.app)).resolves.toEqual([]);
  });

  it('refuses when acknowledged writes may be lost', () =>
    whileDatabaseHas('synchronous_commit = off', async () => {
      const error = await problemOf(check(server.urls.app));
      expect(error.problem).toBe('unsafe-settings');
      expect(error.message).toContain('synchronous_commit is off');
    }));

  it('warns with name and remedy when statements would be logged', () =>
    whileDatabaseHas(`log_statement = 'all'`, async () => {
      await expect(check(server.urls.app)).resolves.toEqual([
        'The database may write what people typed into its log: log_statement is all, set it to none.',
      ]);
    }));

  it.each([
    ['superuser', () => withDatabase(server.superuserUrl, 'kinfold'), 'is a superuser'],
    ['migrator', () => server.urls.migrator, 'bypasses row-level security'],
  ])('refuses when the application is given the %s', async (_name, url, reason) => {
    const error = await problemOf(check(url()));
    expect(error.problem).toBe('wrong-role');
    expect(error.message).toContain(reason);
  });

  it('refuses when the application is a member of the owner', async () => {
    await asSuperuser((client) => client.query('GRANT kinfold_owner TO kinfold_app'));
    const error = await problemOf(check(server.urls.app)).finally(() =>
      asSuperuser((client) => client.query('REVOKE kinfold_owner FROM kinfold_app')),
    );
    expect(error.message).toContain('kinfold_app owns the tables');
  });

  it('refuses and names both versions when the server is of another major version', async () => {
    const error = await problemOf(check(server.urls.app, { majors: [15, 17] }));
    expect(error.problem).toBe('wrong-version');
    expect(error.message).toBe(
      'This PostgreSQL has version 18. Kinfold runs on versions 15 to 17; nothing was changed.',
    );
    await expect(check(server.urls.app, EXTERNAL_EXPECTATION)).resolves.toEqual([]);
  });

  it('refuses when fsync, full pages and checksums are off', async () => {
    const unsafe = await createTemporaryDatabaseServer();
    const error = await problemOf(check(unsafe.urls.app)).finally(() => unsafe.stop());
    expect(error.message).toContain('fsync, synchronous_commit, full_page_writes are off');
  });
});

describe('ExternalDatabaseServer', () => {
  it('starts when the three roles are what they should be', async () => {
    const external = new ExternalDatabaseServer(server.urls);
    await external.start();
    expect(external.warnings).toEqual([]);
    await external.stop();
    await expect(withClient(server.urls.app, async () => 'still there')).resolves.toBe('still there');
  });

  it('names the variable when the migrator is a plain role', async () => {
    const error = await problemOf(new ExternalDatabaseServer({ ...server.urls, migrator: server.urls.auth }).start());
    expect(error.problem).toBe('wrong-role');
    expect(error.message).toContain('kinfold_auth in DATABASE_MIGRATOR_URL must bypass row-level security');
  });

  it('names the variable when the sign-in role may do too much', async () => {
    const error = await problemOf(new ExternalDatabaseServer({ ...server.urls, auth: server.urls.migrator }).start());
    expect(error.message).toContain('kinfold_migrator in DATABASE_AUTH_URL may do too much');
  });

  it('names the variable and keeps the password to itself when nothing answers', async () => {
    const closed = 'postgresql://kinfold_app:hidden-word@127.0.0.1:1/kinfold';
    const error = await problemOf(new ExternalDatabaseServer({ ...server.urls, app: closed }).start());
    expect(error.problem).toBe('unreachable');
    expect(error.message).toContain('DATABASE_URL');
    expect(error.message).not.toContain('hidden-word');
  });
});

describe('TemporaryDatabaseServer', () => {
  it('keeps every acknowledged row when the server is killed', async () => {
    await asSuperuser((client) => client.query('CREATE TABLE acknowledged (id int)'));
    await withClient(withDatabase(server.superuserUrl, 'kinfold'), async (client) => {
      for (let id = 0; id < 50; id += 1) await client.query('INSERT INTO acknowledged VALUES ($1)', [id]);
    });
    await server.crashAndRestart();
    const { rows } = await asSuperuser((client) => client.query('SELECT count(*)::int AS count FROM acknowledged'));
    expect(rows).toEqual([{ count: 50 }]);
    await asSuperuser((client) => client.query('DROP TABLE acknowledged'));
  });

  it('gives addresses of another database when one was made from a template', async () => {
    await withClient(server.superuserUrl, (client) =>
      client.query('CREATE DATABASE worker_1 TEMPLATE kinfold OWNER kinfold_owner'),
    );
    await withClient(server.urlsOf('worker_1').migrator, async (client) => {
      const { rows } = await client.query(
        `SELECT current_database() AS name, (SELECT count(*)::int FROM pg_extension WHERE extname = 'btree_gist') AS gist`,
      );
      expect(rows).toEqual([{ name: 'worker_1', gist: 1 }]);
    });
  });
});
