import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { type KinfoldRequest, validationPipe } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { SignInDto } from './session.dto';

/**
 * Runs the password strategy. Guards run before pipes, so the form is checked here: only a complete one is counted and hashed, and
 * nothing is ever taken from the query, where the strategy would look as well.
 */
@Injectable()
export class CredentialGuard extends AuthGuard('password') {
  private readonly form = validationPipe();

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { body } = execution.switchToHttp().getRequest<KinfoldRequest>();
    await this.form.transform(body, { type: 'body', metatype: SignInDto });
    return (await super.canActivate(execution)) === true;
  }

  override handleRequest<T>(error: unknown, credential: T): T {
    if (error) throw error;
    if (!credential) throw new DomainError('invalid', 'validation_failed', 'Give e-mail address and password.');
    return credential;
  }
}
