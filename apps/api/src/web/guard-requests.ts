import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Config, type KinfoldRequest, sendProblem, type SurfaceName } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';

interface RoutedMessage extends IncomingMessage {
  surface?: SurfaceName;
  kinfoldRequestId?: string;
}

/** Tells a raw request which of the two listeners it came through. */
export function markSurface(message: IncomingMessage, surface: SurfaceName): void {
  const routed: RoutedMessage = message;
  routed.surface = surface;
}

/**
 * Checks of every request before any handler: the surface it came through, and that a browser sent it from our own page
 * (SE-07, decision 19). A request for the API carries `X-Kinfold: 1`, which no foreign page can add, and `Sec-Fetch-Site: same-origin`.
 */
export function guardRequests(fastify: FastifyInstance, config: Config): void {
  fastify.decorateRequest('surface', 'staff');
  fastify.addHook('onRequest', async (request, reply) => {
    const raw: RoutedMessage = request.raw;
    raw.kinfoldRequestId = request.id;
    const seen = request as KinfoldRequest;
    seen.surface = raw.surface ?? 'staff';
    void reply.header('x-request-id', request.id);
    if (isOpen(request.routeOptions.url, request.url)) return;
    const refusal = refusalOf(request.headers, request.method, config[seen.surface].origin);
    if (refusal) return sendProblem(reply, request.id, refusal);
  });
}

/**
 * Pages, their files, and the two questions about health may come from anywhere. It is the route that decides and not how the address
 * is spelt: `/%61pi/` reaches the same handler as `/api/` (AZ-02).
 */
function isOpen(route: string | undefined, url: string): boolean {
  return route?.startsWith('/health/') === true || (route === '/*' && !url.startsWith('/api/'));
}

function refusalOf(headers: IncomingMessage['headers'], method: string, origin: string): DomainError | null {
  if (headers['x-kinfold'] !== '1' || headers['sec-fetch-site'] !== 'same-origin') {
    return new DomainError('forbidden', 'foreign_request', 'This request did not come from the application itself.');
  }
  if (headers.origin !== undefined && headers.origin !== origin) {
    return new DomainError('forbidden', 'foreign_request', 'This request did not come from the application itself.');
  }
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  const isJson = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === 'application/json';
  if (method !== 'GET' && hasBody && !isJson) return new DomainError('invalid', 'media_type', 'Send this as JSON.');
  return null;
}
