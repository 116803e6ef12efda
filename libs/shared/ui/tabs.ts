import { Component, input } from '@angular/core';

/**
 * Tabs that are links, so that the tab stands in the address:
 * `<kf-tabs label="Family"><a kf-tab routerLink="notes" routerLinkActive ariaCurrentWhenActive="page">Notes</a></kf-tabs>`
 */
@Component({
  selector: 'kf-tabs',
  template: ` <nav [attr.aria-label]="label()"><ng-content /></nav> `,
  styles: `
    nav {
      display: flex;
      gap: var(--kf-space-1);
      overflow-x: auto;
      scrollbar-width: none;
    }
  `,
})
export class KfTabs {
  /** Names the group for readers. */
  readonly label = input.required<string>();
}

/** One tab. The link with `aria-current="page"` is drawn as the open one. */
@Component({
  selector: 'a[kf-tab]',
  template: `<ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--kf-space-2);
      align-items: center;
      min-height: var(--kf-target);
      padding: 6px var(--kf-space-3);
      border-bottom: 2px solid transparent;
      color: var(--kf-ink-soft);
      font-weight: 550;
      text-decoration: none;
      white-space: nowrap;
    }

    /* Six tabs stay whole at 200 % zoom. */
    @media (width < 720px) {
      :host {
        padding-inline: var(--kf-space-2);
      }
    }

    :host(:hover) {
      color: var(--kf-ink);
    }

    :host(:focus-visible) {
      outline-offset: -3px;
    }

    :host([aria-current='page']) {
      border-bottom-color: var(--kf-spruce-solid);
      color: var(--kf-spruce-text);
    }
  `,
})
export class KfTab {}
