import type { FastifyRequest } from 'fastify';
import type { Context, SurfaceName } from '../context/context';

/** A request with what the server found out about it: the surface it came through, and, behind the guard, who asks. */
export interface KinfoldRequest extends FastifyRequest {
  surface: SurfaceName;
  context?: Context;
}
