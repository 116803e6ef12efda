import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { type Config, sendProblem } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import type { Foundation } from './foundation.module';
import { AppModule } from './app.module';
import { guardRequests } from './web/guard-requests';
import { logRequests } from './web/log-requests';
import { headersOf, securityHeaders } from './web/security-headers';
import { serveApplications } from './web/serve-applications';

/** The largest request body, in bytes: a long note is 60 kB. */
const BODY_LIMIT = 512 * 1024;

export interface AppOptions {
  readonly logLevel: string;
  /** Folder with the built web applications `dashboard/` and `portal/`; absent when only the API is wanted. */
  readonly webFolder?: string;
}

/** Puts the application together. It listens nowhere yet. */
export async function createApp(foundation: Foundation, options: AppOptions): Promise<NestFastifyApplication> {
  const { config } = foundation;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxy.length > 0 ? [...config.trustedProxy] : false,
    genReqId: () => randomUUID(),
    logger: false,
    frameworkErrors: refuseAddress(config),
    routerOptions: { maxParamLength: 100 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(foundation, options.logLevel), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  const fastify = adapter.getInstance();
  logRequests(fastify, PinoLogger.root);
  securityHeaders(fastify, config);
  guardRequests(fastify, config);
  if (options.webFolder) await serveApplications(fastify, options.webFolder);
  await app.init();
  await fastify.ready();
  return app;
}

/** An address that cannot be decoded reaches no hook, and Fastify's own answer would repeat it. */
function refuseAddress(config: Config): (error: Error, request: FastifyRequest, reply: FastifyReply) => void {
  const headers = headersOf(config);
  return (_error, request, reply) => {
    void reply.headers({ ...headers, 'x-request-id': request.id });
    void sendProblem(
      reply,
      request.id,
      new DomainError('invalid', 'malformed_request', 'This address cannot be read.'),
    );
  };
}
