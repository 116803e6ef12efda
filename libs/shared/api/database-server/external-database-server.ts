import type { Client } from 'pg';
import { checkServerSettings, EXTERNAL_EXPECTATION } from './check-server';
import { DatabaseServerError, type DatabaseServer, type DatabaseUrls } from './database-server';
import { withClient } from './prepare-database';
import { OWNER_ROLE } from './roles';
import { errorCode } from './error-code';

const VARIABLES = { app: 'DATABASE_URL', auth: 'DATABASE_AUTH_URL', migrator: 'DATABASE_MIGRATOR_URL' } as const;

/** PostgreSQL that somebody else runs. It is checked, never started or stopped. */
export class ExternalDatabaseServer implements DatabaseServer {
  private found: readonly string[] = [];

  constructor(readonly urls: DatabaseUrls) {}

  /** Sentences about settings that should be changed, known after `start`. */
  get warnings(): readonly string[] {
    return this.found;
  }

  async start(): Promise<void> {
    this.found = await this.connected('app', (client) => checkServerSettings(client, EXTERNAL_EXPECTATION));
    await this.connected('auth', requireNoBypass);
    await this.connected('migrator', requireMigrator);
  }

  async stop(): Promise<void> {
    // It is not ours to stop.
  }

  private async connected<T>(role: keyof DatabaseUrls, use: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await withClient(this.urls[role], use);
    } catch (error) {
      if (error instanceof DatabaseServerError) throw error;
      // The driver's messages name host, database or role, never the password.
      const reason = (error instanceof Error && error.message) || errorCode(error) || 'no reason was given';
      throw new DatabaseServerError('unreachable', `The database in ${VARIABLES[role]} does not answer: ${reason}.`, {
        cause: error,
      });
    }
  }
}

interface RoleRow {
  readonly name: string;
  readonly bypasses: boolean;
  readonly owner: boolean;
}

async function readRole(client: Client): Promise<RoleRow> {
  const { rows } = await client.query<RoleRow>(
    `SELECT r.rolname AS name, r.rolsuper OR r.rolbypassrls AS bypasses,
            EXISTS (SELECT FROM pg_roles o WHERE o.rolname = $1 AND pg_has_role(r.oid, o.oid, 'MEMBER')) AS owner
       FROM pg_roles r WHERE r.rolname = current_user`,
    [OWNER_ROLE],
  );
  const [row] = rows;
  if (!row) throw new DatabaseServerError('wrong-role', 'The database does not say which role was signed in.');
  return row;
}

async function requireNoBypass(client: Client): Promise<void> {
  const role = await readRole(client);
  if (!role.bypasses && !role.owner) return;
  throw new DatabaseServerError(
    'wrong-role',
    `The role ${role.name} in ${VARIABLES.auth} may do too much: it must not bypass row-level security or own tables.`,
  );
}

async function requireMigrator(client: Client): Promise<void> {
  const role = await readRole(client);
  if (role.bypasses && role.owner) return;
  throw new DatabaseServerError(
    'wrong-role',
    `The role ${role.name} in ${VARIABLES.migrator} must bypass row-level security and be a member of ${OWNER_ROLE}; otherwise migrations change no rows without saying so. kinfold db:roles prints how to make it.`,
  );
}
