import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';

/**
 * The name in the top bar. A route's `title` sets it; a page that knows better ("Romero family") calls `show`. The browser's own tab title
 * stays the route's neutral word, since it lands in the history of the device.
 */
@Injectable({ providedIn: 'root' })
export class PageName {
  private readonly title = inject(Title);
  private readonly shown = signal('');
  readonly name = this.shown.asReadonly();

  /** The neutral name of a route, also for the browser's tab. */
  route(name: string): void {
    this.shown.set(name);
    this.title.setTitle(name === '' ? 'Kinfold' : `${name} · Kinfold`);
  }

  /** The name of what is open, on the screen only; until another page is opened. */
  show(name: string): void {
    this.shown.set(name);
  }
}

/** Shows a name for as long as the calling component lives, then clears it. To be called where `inject()` works. */
export function pageName(): { show(name: string): void } {
  const page = inject(PageName);
  let mine = '';
  inject(DestroyRef).onDestroy(() => {
    if (page.name() === mine) page.show('');
  });
  return {
    show: (name) => {
      mine = name;
      page.show(name);
    },
  };
}
