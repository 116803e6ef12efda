import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { catchError, map, of, throwError } from 'rxjs';

interface Kept {
  readonly etag: string;
  readonly body: unknown;
}

/** How many answers are kept; the one unused the longest goes first. */
const KEPT_AT_MOST = 60;

/**
 * Bodies of GET answers with their ETag, in memory only (responses are `no-store`, nothing may reach the disk). Forgotten at lock
 * and at sign-out.
 */
@Injectable({ providedIn: 'root' })
export class EtagMemory {
  private readonly kept = new Map<string, Kept>();

  /** What was answered at this address before, and makes it the most recently used. */
  recall(address: string): Kept | undefined {
    const found = this.kept.get(address);
    if (found !== undefined) this.keep(address, found);
    return found;
  }

  /** Keeps an answer. */
  keep(address: string, answer: Kept): void {
    this.kept.delete(address);
    this.kept.set(address, answer);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > KEPT_AT_MOST && oldest !== undefined) this.kept.delete(oldest);
  }

  /** Forgets everything: at lock, at sign-out, when another person signs in. */
  forget(): void {
    this.kept.clear();
  }
}

/** Sends `If-None-Match` for what is in memory and turns a 304 back into the 200 it stands for. The body is the very object of before, so that
 * a screen that shows it already does nothing; bodies are therefore never changed in place. */
export const etagInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'GET' || request.responseType !== 'json') return next(request);
  const memory = inject(EtagMemory);
  const address = request.urlWithParams;
  const before = memory.recall(address);
  const asked = before === undefined ? request : request.clone({ setHeaders: { 'If-None-Match': before.etag } });
  return next(asked).pipe(
    map((event) => {
      if (event instanceof HttpResponse && event.status === 200) {
        const etag = event.headers.get('ETag');
        if (etag !== null) memory.keep(address, { etag, body: event.body });
      }
      return event;
    }),
    catchError((thrown: unknown) =>
      thrown instanceof HttpErrorResponse && thrown.status === 304 && before !== undefined
        ? of(
            new HttpResponse({
              status: 200,
              body: before.body,
              headers: thrown.headers,
              url: address,
            }),
          )
        : throwError(() => thrown),
    ),
  );
};
