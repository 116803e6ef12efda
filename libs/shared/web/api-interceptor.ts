import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { ProblemError, readProblem } from './problem';
import { SessionEnd } from './session-end';

/**
 * Marks every request as ours (`X-Kinfold: 1`, without which the API refuses; a form of another site cannot set it), turns what the
 * server refuses into a `ProblemError`, and ends the session on the screen when the server no longer knows it.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  const end = inject(SessionEnd);
  return next(request.clone({ setHeaders: { 'X-Kinfold': '1' } })).pipe(
    catchError((thrown: unknown) => {
      if (!(thrown instanceof HttpErrorResponse)) return throwError(() => thrown);
      const problem = readProblem(thrown.status, parsed(thrown.error));
      if (problem.code === 'unauthenticated') end.announce();
      return throwError(() => new ProblemError(problem));
    }),
  );
};

/** The body of a refusal arrives as text when the request asked for something else than JSON. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
