import type { ClientBase } from 'pg';
import { DatabaseServerError } from './database-server';
import { DURABLE_SETTINGS, SILENT_LOG_SETTINGS } from './settings';
import { LOGIN_ROLES, OWNER_ROLE, POLICY_OWNER_ROLE } from './roles';

/** What a server is held to. */
export interface ServerExpectation {
  /** Lowest and highest major version accepted, both included. */
  readonly majors: readonly [lowest: number, highest: number];
}

/** Our own server has the version its data folder was made with. */
export const EMBEDDED_EXPECTATION: ServerExpectation = { majors: [18, 18] };
/** Versions the statements of Kinfold are known to run on. */
export const EXTERNAL_EXPECTATION: ServerExpectation = { majors: [15, 18] };

async function readSettings(client: ClientBase): Promise<ReadonlyMap<string, string>> {
  const names = [
    ...Object.keys(DURABLE_SETTINGS),
    ...Object.keys(SILENT_LOG_SETTINGS),
    'data_checksums',
    'server_version_num',
    'auto_explain.log_min_duration',
  ];
  const found = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY ($1)',
    [names],
  );
  return new Map(found.rows.map((row) => [row.name, row.setting]));
}

function requireVersion(settings: ReadonlyMap<string, string>, { majors: [lowest, highest] }: ServerExpectation): void {
  const major = Math.floor(Number(settings.get('server_version_num')) / 10_000);
  if (major >= lowest && major <= highest) return;
  const accepted = lowest === highest ? `version ${lowest}` : `versions ${lowest} to ${highest}`;
  throw new DatabaseServerError(
    'wrong-version',
    `This PostgreSQL has version ${major}. Kinfold runs on ${accepted}; nothing was changed.`,
  );
}

function requireDurability(settings: ReadonlyMap<string, string>): void {
  const off = [...Object.keys(DURABLE_SETTINGS), 'data_checksums'].filter((name) => settings.get(name) === 'off');
  if (off.length === 0) return;
  throw new DatabaseServerError(
    'unsafe-settings',
    `This PostgreSQL may lose or damage what was already saved, because ${off.join(', ')} ${off.length > 1 ? 'are' : 'is'} off. ` +
      'Switch it on (checksums: pg_checksums --enable while the server is stopped) and start again.',
  );
}

// Settings which keep less out of the log than we want, per setting; every other value is as silent or more so.
const LEAKING: Readonly<Record<string, (value: string) => boolean>> = {
  log_statement: (value) => value !== 'none',
  log_error_verbosity: (value) => value !== 'terse',
  log_min_error_statement: (value) => value !== 'panic',
  log_parameter_max_length: (value) => value !== '0',
  log_parameter_max_length_on_error: (value) => value !== '0',
  log_min_duration_statement: (value) => value !== '-1',
  log_min_duration_sample: (value) => value !== '-1',
  'auto_explain.log_min_duration': (value) => value !== '-1',
};

function logWarnings(settings: ReadonlyMap<string, string>): string[] {
  return Object.entries(LEAKING).flatMap(([name, leaks]) => {
    const value = settings.get(name);
    if (value === undefined || !leaks(value)) return [];
    const wanted = SILENT_LOG_SETTINGS[name as keyof typeof SILENT_LOG_SETTINGS] ?? '-1';
    return [`The database may write what people typed into its log: ${name} is ${value}, set it to ${wanted}.`];
  });
}

async function requireLimitedRole(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; superuser: boolean; bypasses: boolean; owns: boolean }>(
    `SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
            EXISTS (SELECT FROM pg_roles o WHERE o.rolname = ANY ($1) AND pg_has_role(r.oid, o.oid, 'MEMBER'))
              OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid)
              OR EXISTS (SELECT FROM pg_database d WHERE d.datname = current_database() AND d.datdba = r.oid) AS owns
       FROM pg_roles r WHERE r.rolname = current_user`,
    [[OWNER_ROLE, POLICY_OWNER_ROLE, LOGIN_ROLES.migrator]],
  );
  const role = rows[0];
  if (role && !role.superuser && !role.bypasses && !role.owns) return;
  const reason = role?.superuser
    ? 'is a superuser'
    : role?.bypasses
      ? 'bypasses row-level security'
      : 'owns the tables';
  throw new DatabaseServerError(
    'wrong-role',
    `The role ${role?.name ?? 'of DATABASE_URL'} ${reason}, so that the database would not keep one family's records from another's staff. ` +
      `Use the role ${LOGIN_ROLES.app} in DATABASE_URL (kinfold db:roles prints how to make it).`,
  );
}

/**
 * Refuses a server that may lose acknowledged writes, has another version, or would let the application read everything
 * (RL-01, OP-02).
 * @param client connected as the application's role.
 * @returns one sentence for each setting that lets people's words into the server's log (LG-02).
 * @throws DatabaseServerError `wrong-version`, `unsafe-settings`, `wrong-role`.
 */
export async function checkServerSettings(client: ClientBase, expectation: ServerExpectation): Promise<string[]> {
  const settings = await readSettings(client);
  requireVersion(settings, expectation);
  requireDurability(settings);
  await requireLimitedRole(client);
  return logWarnings(settings);
}
