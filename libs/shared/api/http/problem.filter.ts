import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { FastifyReply } from 'fastify';
import { DomainError, type RefusalKind } from '@kinfold/shared/kernel';
import { sqlState, UnitOfWork } from '../database/unit-of-work';
import { describeError } from '../logging/describe-error';
import type { KinfoldRequest } from './request';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'version-missing': 428,
  'too-many': 429,
  unavailable: 503,
};

/**
 * SQLSTATE classes that mean the database is not there for us now: connection lost, resources gone, shutting down, read-only; and the
 * codes of the operating system for a connection that was refused or broke.
 */
const DATABASE_AWAY = /^(08|53|57P|25006|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/;
/** What the driver says, without any code, when a connection ended under it. */
const CONNECTION_ENDED =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The one place that turns errors into answers: `application/problem+json` with a stable code and the request id, nothing inside. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: PinoLogger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<KinfoldRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = this.refusalOf(error);
    await this.auditDenial(request, refusal);
    void sendProblem(reply, request.id, refusal);
  }

  private refusalOf(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    if (error instanceof HttpException && error.getStatus() < 500) return fromHttp(error.getStatus());
    const status = fastifyStatus(error);
    if (status !== undefined) return fromHttp(status);
    this.logger.error({ failure: describeError(error) }, 'request failed');
    if (isDatabaseAway(error)) {
      return new DomainError(
        'unavailable',
        'database_unavailable',
        'The database does not answer. Nothing was changed; try again soon.',
      );
    }
    return new DomainError(
      'unavailable',
      'server_failed',
      'Something went wrong here. Nothing was changed; try again.',
    );
  }

  /** Denials are part of the log (AL-01). When even that fails the answer stays a refusal, and the failure is logged. */
  private async auditDenial(request: KinfoldRequest, refusal: DomainError): Promise<void> {
    const { context } = request;
    if (!context || (refusal.kind !== 'forbidden' && refusal.kind !== 'not-found')) return;
    try {
      await this.unitOfWork.auditDenial(context, { detail: { code: refusal.code } });
    } catch (error) {
      this.logger.error({ failure: describeError(error) }, 'a denial could not be audited');
    }
  }
}

/** Sends a refusal. Also used outside Nest's handlers, where no filter reaches. */
export function sendProblem(reply: FastifyReply, requestId: string, refusal: DomainError): FastifyReply {
  const status = refusal.code === 'server_failed' ? 500 : refusal.code === 'media_type' ? 415 : STATUS[refusal.kind];
  if (status === 503) void reply.header('retry-after', '2');
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({
      type: 'about:blank',
      title: refusal.message,
      status,
      code: refusal.code,
      requestId,
      ...(refusal.fields.length > 0 ? { fields: refusal.fields } : {}),
    });
}

function isDatabaseAway(error: unknown): boolean {
  return DATABASE_AWAY.test(sqlState(error) ?? '') || (error instanceof Error && CONNECTION_ENDED.test(error.message));
}

function fromHttp(status: number): DomainError {
  if (status === 401) return new DomainError('unauthenticated', 'unauthenticated', 'Sign in first.');
  if (status === 403) return new DomainError('forbidden', 'forbidden', 'This is not open to you.');
  if (status === 413) return new DomainError('invalid', 'body_too_large', 'This is too much at once. Send less.');
  if (status === 415) return new DomainError('invalid', 'media_type', 'Send this as JSON.');
  if (status === 429) return new DomainError('too-many', 'too_many_attempts', 'Too many attempts. Wait a little.');
  if (status >= 400 && status < 500 && status !== 404) {
    return new DomainError('invalid', 'malformed_request', 'This request cannot be read. Nothing was changed.');
  }
  return new DomainError('not-found', 'not_found', 'This is not here, or not open to you.');
}

function fastifyStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}
