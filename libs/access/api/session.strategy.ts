import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import type { KinfoldRequest } from '@kinfold/shared/api';
import type { Identity } from './identity';
import { IdentityCache } from './identity-cache';
import { readSessionCookie } from './session-cookie';
import { SessionsRepository } from './sessions.repository';

/** Finds out who is signed in from the session cookie of the surface. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session-cookie') {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly cache: IdentityCache,
  ) {
    super();
  }

  async validate(request: KinfoldRequest): Promise<Identity | null> {
    const token = readSessionCookie(request, request.surface);
    if (!token) return null;
    const known = this.cache.get(request.surface, token);
    if (known) return known;
    const session = await this.sessions.find(token, request.surface);
    if (!session) return null;
    const { quiet, ...identity } = session;
    if (quiet && isForeground(request)) await this.sessions.touch(identity.sessionId, identity.clinicId);
    this.cache.keep(request.surface, token, identity);
    return identity;
  }
}

/** Saving a draft by itself keeps nobody signed in (decision 14): only what a person does in front of the screen does. */
function isForeground(request: KinfoldRequest): boolean {
  return request.method === 'GET' || request.method === 'POST';
}
