import { Component, input } from '@angular/core';

/**
 * A row of a dense list: a link or a button across its whole width. First what a person would say aloud, then what explains it;
 * marks are projected with `start`, badges and times with `end`. Put rows into `<ul role="list" class="kf-list"><li>`.
 */
@Component({
  selector: 'a[kf-list-row], button[kf-list-row], div[kf-list-row]',
  template: `
    <ng-content select="[start]" />
    <span class="words">
      <span class="first">{{ first() }}</span>
      @if (second()) {
        <span class="second">{{ second() }}</span>
      }
      <ng-content />
    </span>
    <span class="end"><ng-content select="[end]" /></span>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--kf-space-3);
      align-items: center;
      width: 100%;
      min-height: var(--kf-row);
      padding: 6px var(--kf-space-3);
      border: 0;
      border-bottom: 1px solid var(--kf-line);
      background: transparent;
      color: inherit;
      text-align: start;
      text-decoration: none;
    }

    :host(a:hover),
    :host(button:hover) {
      background: var(--kf-paper-sunken);
    }

    :host(:focus-visible) {
      outline-offset: -2px;
    }

    .words {
      display: flex;
      flex: 1 1 auto;
      flex-wrap: wrap;
      gap: 0 var(--kf-space-3);
      align-items: baseline;
      min-width: 0;
    }

    .first {
      overflow-wrap: anywhere;
      font-weight: 550;
    }

    .second {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
    }

    .end {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: var(--kf-space-2);
      align-items: center;
      justify-content: flex-end;
      max-width: 55%;
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class KfListRow {
  readonly first = input.required<string>();
  readonly second = input('');
}
