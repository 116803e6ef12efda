import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthDatabase } from '@kinfold/access/api';
import { type Config, Database, type DatabaseUrls, readKeyFile, type SurfaceName } from '@kinfold/shared/api';
import { createApp } from './create-app';
import { ENTITIES } from './database/entities';
import { markSurface } from './web/guard-requests';

/** How long running requests may take to finish when the server stops, in milliseconds. */
const GRACE_MS = 20_000;

export interface RunningApi {
  /** Stops listening, lets running requests finish, closes the pools. */
  close(): Promise<void>;
}

/**
 * Starts the API and serves both web applications: one process, one port for staff, one for families.
 * @param webFolder folder of the built applications, `dist/apps`
 */
export async function startApi(
  config: Config,
  urls: DatabaseUrls,
  webFolder = join(import.meta.dirname, '..'),
): Promise<RunningApi> {
  const key = readKeyFile(config.keyFile);
  const authDatabase = AuthDatabase.open(urls.auth);
  const database = await Database.open(urls.app, ENTITIES);
  const app = await createApp(
    { config, key, database, authDatabase },
    { logLevel: process.env['LOG_LEVEL'] ?? 'warn', webFolder },
  );
  const servers = await Promise.all([
    listen(app, config, 'staff'),
    listen(app, config, 'portal'),
    database.warm(),
  ]).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return {
    close: async () => {
      await Promise.all([stop(servers[0]), stop(servers[1])]);
      await app.close();
    },
  };
}

async function listen(app: NestFastifyApplication, config: Config, surface: SurfaceName): Promise<Server> {
  const fastify = app.getHttpAdapter().getInstance();
  const listener: RequestListener = (message, response) => {
    markSurface(message, surface);
    fastify.routing(message, response);
  };
  const server = config.tls
    ? createTlsServer(
        { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile), minVersion: 'TLSv1.2' },
        listener,
      )
    : createPlainServer(listener);
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config[surface].port, config.host, resolve);
  });
  return server;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(hurry);
}
