import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type KinfoldRequest, sendProblem, type SurfaceName } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { pagePolicy } from './security-headers';

const NONCE_TOKEN = /KINFOLD_CSP_NONCE/g;
const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;
const FILE = /\.[a-z0-9]{2,5}$/i;

interface WebApplication {
  readonly folder: string;
  readonly index: string;
}

/**
 * Serves each surface its own application: files as they were compressed by the build, every other path the page itself, with a
 * fresh nonce. A path of the API is never answered with a page.
 */
export async function serveApplications(fastify: FastifyInstance, webFolder: string): Promise<void> {
  const applications: Record<SurfaceName, WebApplication | null> = {
    staff: load(join(webFolder, 'dashboard', 'browser')),
    portal: load(join(webFolder, 'portal', 'browser')),
  };
  await fastify.register(fastifyStatic, {
    root: webFolder,
    serve: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
  });
  fastify.get('/*', async (request, reply) => {
    const { surface } = request as KinfoldRequest;
    const application = applications[surface];
    const path = request.url.split('?')[0] ?? '/';
    if (!application || path.startsWith('/api/') || path.startsWith('/health/'))
      return sendProblem(reply, request.id, notFound());
    if (FILE.test(path) && path !== '/index.html') return sendAsset(reply, application, path);
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy(nonce))
      .send(application.index.replace(NONCE_TOKEN, nonce));
  });
}

function sendAsset(reply: FastifyReply, { folder }: WebApplication, path: string): FastifyReply {
  if (HASHED.test(path)) void reply.header('cache-control', 'public, max-age=31536000, immutable');
  return reply.sendFile(decodeURIComponent(path.slice(1)), folder);
}

function load(folder: string): WebApplication | null {
  const index = join(folder, 'index.html');
  return existsSync(index) ? { folder, index: readFileSync(index, 'utf8') } : null;
}
