import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { CredentialGuard } from './credential.guard';
import { CredentialsRepository } from './credentials.repository';
import { EndSession } from './end-session';
import { IdentityCache } from './identity-cache';
import { PasswordStrategy } from './password.strategy';
import { Policy } from './policy';
import { Reauthenticate } from './reauthenticate';
import { SessionController } from './session.controller';
import { SessionStrategy } from './session.strategy';
import { SessionsRepository } from './sessions.repository';
import { SignInLog } from './sign-in-log';
import { StartSession } from './start-session';
import { Throttle } from './throttle';

/** Signing in, and the guard before every handler. Needs `AuthDatabase` from the application. */
@Global()
@Module({
  controllers: [SessionController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    CredentialGuard,
    CredentialsRepository,
    EndSession,
    IdentityCache,
    PasswordStrategy,
    Policy,
    Reauthenticate,
    SessionStrategy,
    SessionsRepository,
    SignInLog,
    StartSession,
    Throttle,
  ],
  exports: [Policy, Reauthenticate],
})
export class AccessModule {}
