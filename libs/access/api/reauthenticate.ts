import { Injectable } from '@nestjs/common';
import type { Context } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { CredentialsRepository } from './credentials.repository';
import { NOBODYS_HASH, verifyPassword } from './password-hash';
import { SessionsRepository } from './sessions.repository';
import { SignInLog } from './sign-in-log';
import { Throttle } from './throttle';

/**
 * Proves again who is in front of the screen, before something is signed (AU-12). Wrong passwords count like wrong sign-ins.
 */
@Injectable()
export class Reauthenticate {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsRepository,
    private readonly throttle: Throttle,
    private readonly log: SignInLog,
  ) {}

  /**
   * @throws DomainError 403 `password_wrong`: the session itself goes on, and nothing typed is lost
   */
  async run(context: Context, password: string, address: string): Promise<void> {
    const key = `step-up:${context.accountId}`;
    await this.throttle.count(key, address);
    const credential = await this.credentials.findByAccount(context.clinicId, context.accountId);
    const right = await verifyPassword(password, credential?.passwordHash ?? NOBODYS_HASH);
    if (!credential || !right || credential.disabled) {
      throw new DomainError('forbidden', 'password_wrong', 'This is not your password. Nothing was signed.');
    }
    await this.throttle.forgive(key, address);
    await this.sessions.reauthenticated(context.sessionId, context.clinicId);
    await this.log.append('sign-in.proven', context, context.surface, context.requestId);
  }
}
