import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { ActivityWatch } from './activity-watch';
import { SignedIn } from './signed-in';

/** How often the clock is looked at, in milliseconds; also the longest a screen outlives its session. */
const LOOK_EVERY = 10_000;

/** Minutes without activity when the server sends none. */
const IDLE_MINUTES = 15;

/**
 * Tells the server, at most once a minute, that a person pressed a key or the pointer. Only this keeps a session from ending; autosave
 * and polling do not. When the idle time is over without either, the screen clears itself, also after the device slept.
 */
@Injectable({ providedIn: 'root' })
export class ActivityReporter {
  private readonly http = inject(HttpClient);
  private readonly signedIn = inject(SignedIn);
  private readonly watch = new ActivityWatch(Date.now());

  constructor() {
    const kinds = ['keydown', 'pointerdown'];
    const onEvent = (event: Event): void => this.onEvent(event);
    for (const kind of kinds) addEventListener(kind, onEvent, { capture: true, passive: true });
    const look = setInterval(() => this.look(), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(look);
      for (const kind of kinds) removeEventListener(kind, onEvent, { capture: true });
    });
  }

  private onEvent(event: Event): void {
    // A script can make events; only those of a person count.
    if (!event.isTrusted) return;
    this.look();
    const report = this.watch.pressed(Date.now());
    if (!report || this.signedIn.info() === null) return;
    // A report that fails is not repeated: the next key sends the next one, and an ended session is announced by the interceptor.
    this.http.post('/api/v1/session/activity', {}).subscribe({ error: () => undefined });
  }

  private look(): void {
    const info = this.signedIn.info();
    if (info !== null && this.watch.idle(Date.now(), info.idleMinutes ?? IDLE_MINUTES)) void this.signedIn.endIdle();
  }
}
