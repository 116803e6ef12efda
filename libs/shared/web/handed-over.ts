import { Injectable, inject } from '@angular/core';
import { Router, type CanMatchFn } from '@angular/router';

/** Holds an address with a random id, nothing else. */
const KEY = 'kinfold-handed-over';

/**
 * The one page of a device that was handed to somebody outside the staff. It is kept on the device and not in memory, so that loading
 * the page anew, a typed address or another tab lead back to that page, until a password has been given.
 */
@Injectable({ providedIn: 'root' })
export class HandedOver {
  private readonly router = inject(Router);

  constructor() {
    // Other tabs of this browser go to that page too: what they show is not for whoever holds the device now.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === KEY && newValue !== null) void this.router.navigateByUrl(newValue);
    });
  }

  /** The page, or null while the device is in the hands of staff. */
  page(): string | null {
    return localStorage.getItem(KEY);
  }

  /** From now on only this page. */
  begin(page: string): void {
    localStorage.setItem(KEY, page);
  }

  /** A password was given: the device is back. */
  end(): void {
    localStorage.removeItem(KEY);
  }
}

/** Opens a route only while the device is in the hands of staff; else the page it was handed over with. */
export const notHandedOver: CanMatchFn = () => {
  const page = inject(HandedOver).page();
  return page === null || inject(Router).parseUrl(page);
};
