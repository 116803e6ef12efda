import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { emailLookup, INSTALLATION_KEY, type InstallationKey, type KinfoldRequest } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { type Credential, CredentialsRepository } from './credentials.repository';
import { hashPassword, isOutdated, NOBODYS_HASH, verifyPassword } from './password-hash';
import { Throttle } from './throttle';

/** One answer for unknown address, wrong password and disabled account (AU-06). */
function refused(): DomainError {
  return new DomainError('unauthenticated', 'sign_in_failed', 'E-mail address or password is not right.');
}

/** Sign-in by password. Ends in a credential; the session is made by the use case, not by passport. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly throttle: Throttle,
    @Inject(INSTALLATION_KEY) private readonly key: InstallationKey,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  async validate(request: KinfoldRequest, email: string, password: string): Promise<Credential> {
    const lookup = emailLookup(this.key, email);
    const accountKey = `${request.surface}:${lookup.toString('hex')}`;
    await this.throttle.count(accountKey, request.ip);
    const credential = await this.credentials.findByEmail(request.surface, lookup);
    const right = await verifyPassword(password, credential?.passwordHash ?? NOBODYS_HASH);
    if (!credential || !right || credential.disabled) throw refused();
    await this.throttle.forgive(accountKey, request.ip);
    if (isOutdated(credential.passwordHash)) await this.credentials.renewHash(credential, await hashPassword(password));
    return credential;
  }
}
