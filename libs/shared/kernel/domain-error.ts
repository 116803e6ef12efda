/**
 * The kinds of refusal the product knows. Each maps to one HTTP status in one place (`problem.filter.ts`), so a rule never
 * has to know about HTTP.
 */
export type RefusalKind =
  | 'invalid' // 422: what was sent does not fit
  | 'unauthenticated' // 401
  | 'forbidden' // 403: only for things the actor may know of
  | 'not-found' // 404: not there, and not yours
  | 'conflict' // 409: the state does not allow it
  | 'stale' // 412: someone else was faster
  | 'version-missing' // 428: no If-Match
  | 'too-many' // 429
  | 'unavailable'; // 503

/** One field of the request that does not fit, as the screen shows it beside the field. */
export interface FieldProblem {
  /** Path of the field, dots between the parts: `lines.2.text`. */
  readonly field: string;
  /** Stable code of the rule that failed, for example `max_length`. */
  readonly code: string;
  /** A sentence that says what to do. */
  readonly message: string;
}

/**
 * A refusal with a stable code and a sentence that says what to do. Never carries what a person typed.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** The one answer for "not there" and for "not yours": nobody learns which of the two it was. */
export function notFound(): DomainError {
  return new DomainError('not-found', 'not_found', 'This is not here, or not open to you.');
}

/** The record was changed by someone else since it was read. */
export function stale(): DomainError {
  return new DomainError(
    'stale',
    'version_stale',
    'Someone else changed this in the meantime. Read it again and compare.',
  );
}

/** The state of the record does not allow the step. `code` says which rule, the message what to do. */
export function wrongState(message: string, code = 'wrong_state'): DomainError {
  return new DomainError('conflict', code, message);
}

/** One field does not fit, found by a rule rather than by the shape of the request. */
export function invalidField(field: string, code: string, message: string): DomainError {
  return new DomainError('invalid', 'validation_failed', 'Some fields need another look.', [{ field, code, message }]);
}
