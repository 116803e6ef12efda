import { Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';

/**
 * Where the plumbing says that the server no longer knows the session, and whoever holds something of it listens. It stands apart so
 * that the interceptor need not know the store that itself makes requests.
 */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  private readonly ends = new Subject<void>();
  private readonly holding = signal(false);

  /** Emits when a request was refused because nobody is signed in, while someone was. */
  readonly happened = this.ends.asObservable();

  /** Someone is signed in from now on. */
  begin(): void {
    this.holding.set(true);
  }

  /** A request came back unauthenticated. Several at once end one session once. */
  announce(): void {
    if (!this.holding()) return;
    this.holding.set(false);
    this.ends.next();
  }

  /** The person signed out themselves: nothing to announce. */
  finish(): void {
    this.holding.set(false);
  }
}
