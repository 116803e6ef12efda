import { createParamDecorator, type ExecutionContext, Param, type PipeTransform } from '@nestjs/common';
import { DomainError, isId, notFound } from '@kinfold/shared/kernel';
import type { Context } from '../context/context';
import type { KinfoldRequest } from './request';

/** Who asks. Only behind the guard; a public route has no context. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): Context => {
  const { context } = execution.switchToHttp().getRequest<KinfoldRequest>();
  if (!context) throw new Error('This handler needs a signed-in actor, but its permission is public');
  return context;
});

const idOrNothing: PipeTransform<unknown, string> = {
  transform: (value) => {
    if (!isId(value)) throw notFound();
    return value;
  },
};

/** An id in the path. What is no id cannot be there: the same answer as for an unknown one. */
export const IdParam = (name: string): ParameterDecorator => Param(name, idOrNothing);

/**
 * The version that the request changes, from `If-Match: "7"`.
 * @throws DomainError 428 when it is missing, 412 when it is not a version of ours
 */
export const IfMatch = createParamDecorator((_: unknown, execution: ExecutionContext): number => {
  const header = execution.switchToHttp().getRequest<KinfoldRequest>().headers['if-match'];
  if (header === undefined) {
    throw new DomainError('version-missing', 'version_missing', 'Say which version you are changing (If-Match).');
  }
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new DomainError('stale', 'version_stale', 'This version is not known here. Read it again.');
  return Number(version);
});

/** The entity tag that the client still holds, if it says one. */
export const IfNoneMatch = createParamDecorator((_: unknown, execution: ExecutionContext): string | null => {
  return execution.switchToHttp().getRequest<KinfoldRequest>().headers['if-none-match'] ?? null;
});
