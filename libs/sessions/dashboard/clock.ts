import { DestroyRef, inject, signal, type Signal } from '@angular/core';

const MINUTE = 60_000;

/** The present instant to the minute, for words that depend on it. To be called where `inject()` works. */
export function minuteClock(): Signal<Date> {
  const now = signal(new Date());
  const ticking = setInterval(() => now.set(new Date()), MINUTE);
  inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  return now.asReadonly();
}

/** Calls back whenever somebody comes back to this window. To be called where `inject()` works. */
export function onReturn(call: () => void): void {
  const back = (): void => {
    if (document.visibilityState === 'visible') call();
  };
  document.addEventListener('visibilitychange', back);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', back));
}
