import { Injectable } from '@nestjs/common';
import type { Context, KinfoldRequest } from '@kinfold/shared/api';
import { IdentityCache } from './identity-cache';
import { readSessionCookie } from './session-cookie';
import { SessionsRepository } from './sessions.repository';
import { SignInLog } from './sign-in-log';

/** Ends the session on the server, at once, for every process. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly cache: IdentityCache,
    private readonly log: SignInLog,
  ) {}

  async run(context: Context, request: KinfoldRequest): Promise<void> {
    const token = readSessionCookie(request, context.surface);
    if (token) this.cache.forget(context.surface, token);
    await this.sessions.end(context.sessionId, context.clinicId);
    await this.log.append('sign-in.ended', context, context.surface, context.requestId);
  }
}
