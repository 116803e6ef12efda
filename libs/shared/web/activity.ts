import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { SignedIn } from './signed-in';

/** At most one report in this many milliseconds. */
export const ACTIVITY_EVERY = 60_000;

/**
 * Whether an event is a person at work: made by the person (not by a script), a key or a pointer.
 * @param lastReport when the last report went out, milliseconds since the epoch, or null
 */
export function isActivity(event: Pick<Event, 'isTrusted'>, now: number, lastReport: number | null): boolean {
  return event.isTrusted && (lastReport === null || now - lastReport >= ACTIVITY_EVERY);
}

/**
 * Tells the server, at most once a minute, that a person pressed a key or the pointer. Only this keeps a session from ending; autosave
 * and polling do not, so an unattended screen signs itself out.
 */
@Injectable({ providedIn: 'root' })
export class ActivityReporter {
  private readonly http = inject(HttpClient);
  private readonly signedIn = inject(SignedIn);
  private lastReport: number | null = null;

  constructor() {
    const onEvent = (event: Event): void => this.report(event);
    const kinds = ['keydown', 'pointerdown'];
    for (const kind of kinds) addEventListener(kind, onEvent, { capture: true, passive: true });
    inject(DestroyRef).onDestroy(() => {
      for (const kind of kinds) removeEventListener(kind, onEvent, { capture: true });
    });
  }

  private report(event: Event): void {
    const now = Date.now();
    if (this.signedIn.info() === null || !isActivity(event, now, this.lastReport)) return;
    this.lastReport = now;
    // A report that fails is not repeated: the next key sends the next one, and an ended session is announced by the interceptor.
    this.http.post('/api/v1/session/activity', {}).subscribe({ error: () => undefined });
  }
}
