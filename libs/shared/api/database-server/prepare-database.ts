import { Client } from 'pg';
import { SUPERUSER } from './cluster';
import { databaseUrl, type ServerEndpoint } from './database-address';
import { createDatabaseSql, databaseSql, rolesSql, type RolePasswords } from './roles';

/** Runs with one connection and closes it, whatever happens. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'kinfold-start',
  });
  // A server that goes away closes idle connections with an error event, which would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Address of the superuser of a server of ours. */
export function superuserUrl(endpoint: ServerEndpoint, password: string, database = 'postgres'): string {
  return databaseUrl(endpoint, SUPERUSER, password, database);
}

/** Makes roles, the database and its grants on a server of ours; repeating it changes nothing. */
export async function prepareDatabase(
  endpoint: ServerEndpoint,
  superuserPassword: string,
  passwords: RolePasswords,
  database: string,
): Promise<void> {
  await withClient(superuserUrl(endpoint, superuserPassword), async (client) => {
    await client.query(rolesSql(passwords));
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(createDatabaseSql(database));
  });
  await withClient(superuserUrl(endpoint, superuserPassword, database), (client) =>
    client.query(databaseSql(database)),
  );
}
