import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '@kinfold/shared/kernel';

/** Runs the password strategy. An incomplete form is told from a wrong password only by the validation behind this guard. */
@Injectable()
export class CredentialGuard extends AuthGuard('password') {
  override handleRequest<T>(error: unknown, credential: T): T {
    if (error) throw error;
    if (!credential) throw new DomainError('invalid', 'validation_failed', 'Give e-mail address and password.');
    return credential;
  }
}
