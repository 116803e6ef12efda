import type { FastifyInstance } from 'fastify';
import type { Config } from '@kinfold/shared/api';

/** Headers of every answer, errors included (WB-03). The page itself adds its policy with a nonce (`serve-applications.ts`). */
export function securityHeaders(fastify: FastifyInstance, config: Config): void {
  const headers = Object.entries(headersOf(config));
  fastify.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) void reply.header(name, value);
  });
}

/** What is sent unless the answer says otherwise. */
export function headersOf(config: Config): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // Only where the browser reaches us through TLS: on plain HTTP the header means nothing and browsers ignore it.
    ...(config.staff.origin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
  };
}

/** The policy of a page (WB-01): nothing from elsewhere, no inline code, styles with the page's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler',
  ].join('; ');
}
