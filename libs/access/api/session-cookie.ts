import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SurfaceName } from '@kinfold/shared/api';

/** Two names: ports of one host share cookies, and nobody may be signed out of one surface by the other (decision 19). */
const NAMES: Readonly<Record<SurfaceName, string>> = { staff: '__Host-kinfold-staff', portal: '__Host-kinfold-family' };

/** The token of the surface's session cookie, if the request carries one. */
export function readSessionCookie(request: FastifyRequest, surface: SurfaceName): string | null {
  const name = NAMES[surface];
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** A session cookie in the browser's sense: gone with the browser, sent to this host alone, out of reach of scripts (SE-01). */
export function setSessionCookie(reply: FastifyReply, surface: SurfaceName, token: string): void {
  void reply.header('set-cookie', `${NAMES[surface]}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`);
}

/** Expires the own cookie by name: clearing all cookies would end the other surface on the same host. */
export function clearSessionCookie(reply: FastifyReply, surface: SurfaceName): void {
  void reply.header('set-cookie', `${NAMES[surface]}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`);
  void reply.header('clear-site-data', '"cache", "storage"');
}
