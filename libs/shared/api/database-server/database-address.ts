import { LOGIN_ROLES, type RolePasswords } from './roles';
import type { DatabaseUrls } from './database-server';

/** Where a server listens. */
export interface ServerEndpoint {
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** Folder of the unix socket; absent where there is none. */
  readonly socketDir?: string | undefined;
}

/**
 * One address. The driver `pg` prefers the socket named in `host=`, which saves a good part of every round trip; readers of
 * addresses that know no such parameter use 127.0.0.1.
 */
export function databaseUrl(endpoint: ServerEndpoint, user: string, password: string, database: string): string {
  const socket = endpoint.socketDir ? `?host=${encodeURIComponent(endpoint.socketDir)}` : '';
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${endpoint.port}/${database}${socket}`;
}

/** The addresses of the three roles that sign in, for one database of a server. */
export function databaseUrls(endpoint: ServerEndpoint, passwords: RolePasswords, database: string): DatabaseUrls {
  const of = (role: keyof RolePasswords) => databaseUrl(endpoint, LOGIN_ROLES[role], passwords[role], database);
  return { app: of('app'), auth: of('auth'), migrator: of('migrator') };
}

/** The same address with another database name. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
