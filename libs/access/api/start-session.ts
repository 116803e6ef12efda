import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config, type KinfoldRequest } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { SESSION_DEFAULTS } from '@kinfold/access/domain';
import type { Credential } from './credentials.repository';
import { readSessionCookie, setSessionCookie } from './session-cookie';
import { SessionsRepository } from './sessions.repository';
import { SignInLog } from './sign-in-log';

/** Begins a session for someone whose password was right. */
@Injectable()
export class StartSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly log: SignInLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws DomainError `second_factor_required` for staff of a real clinic: one password is not enough there (AU-02)
   */
  async run(credential: Credential, request: KinfoldRequest, reply: FastifyReply): Promise<void> {
    const { surface } = request;
    if (surface === 'staff' && this.config.mode === 'clinic') {
      throw new DomainError(
        'forbidden',
        'second_factor_required',
        'Staff of a clinic sign in with a second factor. It is not set up here yet.',
      );
    }
    // A browser that signs in again leaves no old session behind (SE-01, SE-04).
    const before = readSessionCookie(request, surface);
    const old = before ? await this.sessions.find(before, surface) : null;
    if (old) await this.sessions.end(old.sessionId, old.clinicId);
    const { idleMinutes, absoluteHours } = SESSION_DEFAULTS[surface];
    const token = await this.sessions.start({ ...credential, surface }, idleMinutes, absoluteHours);
    await this.log.append('sign-in.succeeded', credential, surface, request.id);
    setSessionCookie(reply, surface, token);
  }
}
