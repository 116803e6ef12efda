import type { FieldProblem } from '@kinfold/shared/kernel';

/** A refusal or failure as the screens know it, whatever it was on the wire. */
export interface Problem {
  /** Stable: `version_stale`, `not_found` ...; `network_lost` when no answer came, `server_failed` when the answer was no problem of ours. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The server's own sentence (`title`, or `detail` where there is one), if it sent one. It never repeats what a person typed. */
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  /** What a clinic's administrator looks for in the log. */
  readonly requestId: string;
  /** Whatever else the server sent with the code, such as the persons of a duplicate warning. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** A `Problem` as it is thrown by every request. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

/** Codes for answers that carry none of ours. */
const CODE_BY_STATUS: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  412: 'version_stale',
  422: 'validation_failed',
  428: 'version_missing',
  429: 'too_many_attempts',
};

/**
 * Reads the body of a refused request.
 * @param status HTTP status; 0 when no answer came
 * @param body the parsed body, of unknown shape
 */
export function readProblem(status: number, body: unknown): Problem {
  const sent = isRecord(body) ? body : {};
  return {
    code: typeof sent['code'] === 'string' ? sent['code'] : codeOf(status),
    status,
    detail: sentence(sent['detail']) || sentence(sent['title']),
    fields: Array.isArray(sent['fields']) ? sent['fields'].filter(isFieldProblem) : [],
    requestId: typeof sent['requestId'] === 'string' ? sent['requestId'] : '',
    more: sent,
  };
}

/**
 * The problem inside whatever was thrown. What is no refusal of the server is a defect of ours and is shown as `server_failed`,
 * never as its own text.
 */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : readProblem(500, null);
}

/** The sentences for one field, for `kf-field`: of the field itself and of everything beneath it. */
export function fieldSentences(problem: Problem | null, field: string): readonly string[] {
  if (problem === null) return [];
  return problem.fields
    .filter((entry) => entry.field === field || entry.field.startsWith(`${field}.`))
    .map((entry) => entry.message);
}

function sentence(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function codeOf(status: number): string {
  return status === 0 ? 'network_lost' : (CODE_BY_STATUS[status] ?? 'server_failed');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && ['field', 'code', 'message'].every((key) => typeof value[key] === 'string');
}
