import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type Context, ENDPOINT, type EndpointOptions, type KinfoldRequest } from '@kinfold/shared/api';
import { DomainError, notFound } from '@kinfold/shared/kernel';
import { mayCall } from '@kinfold/access/domain';
import type { Identity } from './identity';

class SessionCookieGuard extends AuthGuard('session-cookie') {
  override handleRequest<T>(error: unknown, identity: T): T {
    if (error) throw error;
    if (!identity) throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in first.');
    return identity;
  }
}

/**
 * Stands before every handler. Closed by default: a handler without `@Endpoint` is refused whoever asks. It answers whether this kind
 * of actor may ever call the route; whether they may touch this record is asked again in the use case and in the database.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly session = new SessionCookieGuard();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<EndpointOptions | undefined>(ENDPOINT, execution.getHandler());
    if (!endpoint) throw new DomainError('forbidden', 'forbidden', 'This is not open to you.');
    const request = execution.switchToHttp().getRequest<KinfoldRequest & { user?: Identity }>();
    if (!endpoint.surfaces.includes(request.surface)) throw notFound();
    if (endpoint.permission === 'public') return true;
    await this.session.canActivate(execution);
    if (!request.user) throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in first.');
    request.context = contextOf(request.user, request.id, endpoint.audit);
    if (endpoint.permission !== 'self' && !mayCall(request.user.roles, endpoint.permission)) throw notFound();
    return true;
  }
}

function contextOf(identity: Identity, requestId: string, auditEvent: string): Context {
  const { clinicId, clinicZone, accountId, sessionId, personName, roles, surface } = identity;
  return { clinicId, clinicZone, accountId, sessionId, personName, roles, surface, requestId, auditEvent };
}
