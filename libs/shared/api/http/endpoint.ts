import {
  applyDecorators,
  Delete,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { SurfaceName } from '../context/context';

export const ENDPOINT = 'kinfold:endpoint';

/** `public` is reached without signing in, `self` by whoever is signed in about themselves; the rest is `<resource>:<action>`. */
export type EndpointPermission = 'public' | 'self' | `${string}:${string}`;

export interface EndpointOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1/`, Nest style: `families/:familyId`. */
  readonly path: string;
  readonly permission: EndpointPermission;
  /** The event of the audit log, `<thing>.<what happened>`, or `none` with the reason in the code beside it. */
  readonly audit: `${string}.${string}` | 'none';
  readonly surfaces: readonly SurfaceName[];
  /** What it does, for the API description: one sentence. */
  readonly summary: string;
  /** Name of the generated client's function. */
  readonly operation: string;
  readonly status?: 200 | 201 | 204;
  readonly answer?: Type;
  /** The answer is JSON text that PostgreSQL built; it is sent as it is. */
  readonly jsonText?: boolean;
  /** The request must say which version it changes (RL-03). */
  readonly ifMatch?: boolean;
}

const VERBS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

/**
 * All that is to be said about a route, right above its handler: method, path, who may call it, what the audit log says, what comes
 * back. The guard refuses handlers without it.
 */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const status = options.status ?? 200;
  return applyDecorators(
    SetMetadata(ENDPOINT, options),
    VERBS[options.method](options.path),
    HttpCode(status),
    ...(options.jsonText ? [Header('content-type', 'application/json; charset=utf-8')] : []),
    ...(options.ifMatch
      ? [ApiHeader({ name: 'If-Match', required: true, description: 'The version that is changed, in quotes.' })]
      : []),
    ApiOperation({ summary: options.summary, operationId: options.operation }),
    ApiExtension('x-permission', options.permission),
    ApiExtension('x-audit', options.audit),
    ApiExtension('x-surface', options.surfaces.join('|')),
    options.answer ? ApiResponse({ status, type: options.answer }) : ApiResponse({ status }),
  );
}
