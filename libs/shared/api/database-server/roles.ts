import { createHash, randomBytes } from 'node:crypto';

/** Roles that sign in, with the environment variable that holds their address. */
export const LOGIN_ROLES = {
  app: 'kinfold_app',
  auth: 'kinfold_auth',
  migrator: 'kinfold_migrator',
} as const;

/** Owns tables and everything else in the schema; nobody signs in as it. */
export const OWNER_ROLE = 'kinfold_owner';
/** Owns the helper functions of the row-level security policies; no superuser, so that the policies bind it too. */
export const POLICY_OWNER_ROLE = 'kinfold_policy_owner';
export const DATABASE_NAME = 'kinfold';

/** Passwords of the roles that sign in, as they are put between quotes, or psql variables (`:'name'`) as they stand. */
export type RolePasswords = Readonly<Record<keyof typeof LOGIN_ROLES, string>>;

/** Three new passwords of 192 random bits, made of characters that need no escaping in addresses or SQL. */
export function newRolePasswords(): RolePasswords {
  const password = () => randomBytes(24).toString('base64url');
  return { app: password(), auth: password(), migrator: password() };
}

const literal = (text: string) => (/^:'\w+'$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`);

// The attributes are given when the role is made and not altered afterwards: an administrator of a managed server is no
// superuser and may not even repeat NOSUPERUSER. What an existing role may do is verified at every start instead.
const createRole = (name: string, attributes: string) =>
  `  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} ${attributes}; END IF;`;

const ROLES: readonly (readonly [name: string, attributes: string])[] = [
  [OWNER_ROLE, 'NOLOGIN'],
  [POLICY_OWNER_ROLE, 'NOLOGIN'],
  // Migrations act as the owner, and FORCE ROW LEVEL SECURITY would let them change no row without an error (TN-05).
  [LOGIN_ROLES.migrator, 'LOGIN BYPASSRLS'],
  [LOGIN_ROLES.auth, 'LOGIN'],
  [LOGIN_ROLES.app, 'LOGIN'],
];

/**
 * SQL that makes the roles of OP-02, to be run by an administrator in any database of the server; repeating it changes nothing
 * but the passwords.
 * @param passwords set when given; without them the roles get none and cannot sign in by password.
 */
export function rolesSql(passwords?: RolePasswords): string {
  const lines = [
    'DO $roles$ BEGIN',
    ...ROLES.map(([name, attributes]) => createRole(name, attributes)),
    'END $roles$;',
    `GRANT ${OWNER_ROLE}, ${POLICY_OWNER_ROLE} TO ${LOGIN_ROLES.migrator};`,
  ];
  for (const [key, name] of Object.entries(LOGIN_ROLES)) {
    if (passwords) lines.push(`ALTER ROLE ${name} PASSWORD ${literal(passwords[key as keyof RolePasswords])};`);
  }
  return `${lines.join('\n')}\n`;
}

/** SQL that makes the database itself; it cannot run inside a transaction and fails when the database is there. */
export function createDatabaseSql(database = DATABASE_NAME): string {
  return `CREATE DATABASE ${database} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`;
}

/** SQL to be run inside the database, repeatable: who may connect, who may create, and the extension double booking needs. */
export function databaseSql(database = DATABASE_NAME): string {
  const loginRoles = Object.values(LOGIN_ROLES).join(', ');
  return `${[
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE ${database} TO ${loginRoles};`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC;',
    'CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;',
  ].join('\n')}\n`;
}

/** The whole of it as a psql script for the administrator of a server of one's own. */
export function administratorScript(passwords: RolePasswords): string {
  return [
    '-- Roles and database of Kinfold. Run with psql as an administrator; repeating it does no harm.',
    '\\set ON_ERROR_STOP on',
    rolesSql(passwords),
    '-- The administrator may be no superuser: then only a member may make a database for the owner.',
    `GRANT ${OWNER_ROLE} TO CURRENT_USER;`,
    `SELECT $$${createDatabaseSql()}$$ WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${DATABASE_NAME}') \\gexec`,
    `\\connect ${DATABASE_NAME}`,
    databaseSql(),
  ].join('\n');
}

/** Changes whenever the statements above change, so that a server prepared by an older version is prepared again. */
export function rolesFingerprint(): string {
  return createHash('sha256').update(`${rolesSql()}${createDatabaseSql()}${databaseSql()}`).digest('hex').slice(0, 16);
}
