import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '@kinfold/shared/testing';
import { Database } from '@kinfold/shared/api';
import { ENTITIES } from './entities';

/** Tables that belong to no clinic, or are read before anyone is known. Each with its reason; nothing else goes without policies. */
const WITHOUT_POLICIES: Readonly<Record<string, string>> = {
  migration: 'Names of migrations; no clinic, no person.',
  rate_limit: 'Counters of failed sign-ins under hashed keys, before anyone is known.',
  credential: 'Read by the sign-in role before a clinic is known; the application role has no privilege on it.',
  sign_in_session: 'Read by the sign-in role before a clinic is known; the application role has no privilege on it.',
};

/** Tables whose id is not the clinic's own column pair. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  migration: 'Made by TypeORM.',
  rate_limit: 'Keyed by the hashed subject.',
  clinic: 'The clinic itself: its id is the clinic id.',
};

describe('schema', () => {
  let test: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    test = await createTestDatabase();
    client = new Client({ connectionString: test.superuserUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await test.drop();
  });

  const rows = async <T extends object>(sql: string): Promise<T[]> => (await client.query<T>(sql)).rows;
  const tables = async (): Promise<string[]> =>
    (
      await rows<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r','p')`,
      )
    ).map(({ name }) => name);

  it('has row-level security enabled and forced on every table but the listed ones (AZ-05)', async () => {
    const open = await rows<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r','p') and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT_POLICIES).sort());
  });

  it('gives the application role no privilege on tables without policies, except the names of migrations', async () => {
    const granted = await rows<{ name: string; privilege: string }>(
      `select table_name as name, privilege_type as privilege from information_schema.role_table_grants
       where grantee = 'kinfold_app' and table_name in (${Object.keys(WITHOUT_POLICIES).map((name) => `'${name}'`)})`,
    );
    expect(granted).toEqual([{ name: 'migration', privilege: 'SELECT' }]);
  });

  it('has a policy for every privilege of the application role', async () => {
    const missing = await rows(
      `with granted as (
         select distinct table_name as name, privilege_type as command from information_schema.column_privileges
         where grantee = 'kinfold_app' and table_schema = 'public' and privilege_type in ('SELECT','INSERT','UPDATE'))
       select * from granted g
       where name <> 'migration' and not exists (
         select from pg_policies p where p.tablename = g.name and p.cmd in (g.command, 'ALL') and 'kinfold_app' = any(p.roles))`,
    );
    expect(missing).toEqual([]);
  });

  it('lets nobody delete or truncate, and the application role change no immutable table (EX-09, NT-04)', async () => {
    const deletions = await rows(
      `select table_name, grantee from information_schema.role_table_grants
       where privilege_type in ('DELETE', 'TRUNCATE') and grantee like 'kinfold_%' and grantee not in ('kinfold_owner')
         and not (grantee = 'kinfold_auth' and table_name = 'rate_limit' and privilege_type = 'DELETE')`,
    );
    expect(deletions).toEqual([]);
    const changeable = await rows<{ name: string }>(
      `select distinct table_name as name from information_schema.column_privileges
       where grantee = 'kinfold_app' and privilege_type = 'UPDATE' and table_schema = 'public'`,
    );
    const immutable = [
      'addendum',
      'attendance',
      'audit_event',
      'consent',
      'consent_recipient',
      'consent_revocation',
      'disclosure',
      'note_author',
      'participation',
      'response',
      'score',
      'signed_section',
      'summary_answer',
      'summary_line_subject',
      'summary_recipient',
    ];
    expect(changeable.map(({ name }) => name).filter((name) => immutable.includes(name))).toEqual([]);
  });

  it('begins every primary, unique and foreign key with the clinic (TN-01)', async () => {
    const keys = await rows<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where c.relnamespace = 'public'::regnamespace and i.indisunique`,
    );
    const wrong = keys.filter(({ table, first }) => first !== 'clinic_id' && !(table in OTHER_KEYS));
    expect(wrong).toEqual([{ table: 'sign_in_session', first: 'token_hash' }]);
    const references = await rows<{ table: string; name: string; first: string }>(
      `select c.conrelid::regclass::text as table, c.conname as name, a.attname as first
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    expect(references.filter(({ first }) => first !== 'clinic_id')).toEqual([]);
  });

  it('has no triggers, enums, views or identity columns on the way to Citus (architecture.md, data rules)', async () => {
    expect(await rows(`select tgname from pg_trigger where not tgisinternal`)).toEqual([]);
    expect(
      await rows(`select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(
      await rows(`select relname from pg_class where relkind in ('v','m') and relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });

  it('has helper functions that are stable, pinned and owned by a role that is nobody (TN-04)', async () => {
    const definers = await rows<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_roles r on r.oid = p.proowner
       where p.prosecdef and p.pronamespace in ('ctx'::regnamespace, 'public'::regnamespace)
         and (p.provolatile <> 's' or r.rolname <> 'kinfold_policy_owner' or r.rolsuper or r.rolcanlogin
           or not coalesce(p.proconfig::text like '%search_path%', false))`,
    );
    expect(definers).toEqual([]);
    const open = await rows(
      `select proname from pg_proc where pronamespace = 'ctx'::regnamespace and has_function_privilege('public', oid, 'execute')`,
    );
    expect(open).toEqual([]);
  });

  it('is owned by a role that cannot sign in, and used by one that owns nothing (OP-02)', async () => {
    const owners = await rows<{ owner: string }>(
      `select distinct r.rolname as owner from pg_class c join pg_roles r on r.oid = c.relowner
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r','p') and c.relname <> 'migration'`,
    );
    expect(owners).toEqual([{ owner: 'kinfold_owner' }]);
    expect(
      await rows(
        `select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname in ('kinfold_app', 'kinfold_auth', 'kinfold_owner') order by 1`,
      ),
    ).toEqual([
      { rolname: 'kinfold_app', rolsuper: false, rolbypassrls: false, rolcanlogin: true },
      { rolname: 'kinfold_auth', rolsuper: false, rolbypassrls: false, rolcanlogin: true },
      { rolname: 'kinfold_owner', rolsuper: false, rolbypassrls: false, rolcanlogin: false },
    ]);
  });

  it('is found out when a table breaks the rules', async () => {
    await client.query('begin');
    await client.query(
      'create table leak (id uuid primary key, clinic_id uuid, family_id uuid); grant select, delete on leak to kinfold_app',
    );
    const open = await rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    const firstColumns = await rows<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where c.relnamespace = 'public'::regnamespace and i.indisunique`,
    );
    await client.query('rollback');
    expect(open.map(({ name }) => name)).toContain('leak');
    expect(firstColumns).toContainEqual({ table: 'leak', first: 'id' });
  });

  it('has every column that an entity names, with the same type and nullability', async () => {
    const database = await Database.open(test.urls.app, ENTITIES);
    try {
      const columns = await rows<{ table: string; column: string; type: string; nullable: boolean }>(
        `select table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable
         from information_schema.columns where table_schema = 'public'`,
      );
      const inDatabase = new Map(
        columns.map(({ table, column, type, nullable }) => [
          `${table}.${column}`,
          `${TYPES[type] ?? type}${nullable ? '?' : ''}`,
        ]),
      );
      const drift = database.dataSource.entityMetadatas.flatMap((entity) =>
        entity.columns
          .map((column) => ({
            column: `${entity.tableName}.${column.databaseName}`,
            entity: `${database.dataSource.driver.normalizeType(column)}${column.isNullable ? '?' : ''}`,
          }))
          .filter((found) => inDatabase.get(found.column) !== named(found.entity)),
      );
      expect(drift.map((found) => ({ ...found, database: inDatabase.get(found.column) }))).toEqual([]);
      const known = new Set(database.dataSource.entityMetadatas.map((entity) => entity.tableName));
      const columnsOf = (table: string): string[] =>
        columns
          .filter((column) => column.table === table)
          .map(({ column }) => column)
          .sort();
      for (const entity of database.dataSource.entityMetadatas) {
        expect({ [entity.tableName]: entity.columns.map((column) => column.databaseName).sort() }).toEqual({
          [entity.tableName]: columnsOf(entity.tableName),
        });
      }
      expect((await tables()).filter((table) => known.has(table)).length).toBe(known.size);
    } finally {
      await database.close();
    }
  });
});

const TYPES: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
};

function named(type: string): string {
  const [name = '', mark = ''] = type.endsWith('?') ? [type.slice(0, -1), '?'] : [type];
  return `${TYPES[name] ?? name}${mark}`;
}
