import { Component, input } from '@angular/core';

/**
 * The head of a page: its name, a line beneath it, and what one can do. Actions are projected with the attribute `actions`;
 * `above` takes a way back.
 */
@Component({
  selector: 'kf-page-header',
  template: `
    <ng-content select="[above]" />
    <div class="line">
      <div class="names">
        <h1 tabindex="-1">{{ heading() }}</h1>
        @if (line()) {
          <p>{{ line() }}</p>
        }
        <ng-content />
      </div>
      <div class="actions"><ng-content select="[actions]" /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--kf-space-5);
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-3) var(--kf-space-5);
      align-items: flex-start;
      justify-content: space-between;
    }

    .names {
      flex: 1 1 18rem;
      min-width: 0;
    }

    h1 {
      overflow-wrap: anywhere;
      font-size: var(--kf-text-2xl);
      letter-spacing: -0.015em;
    }

    p {
      margin-top: 2px;
      color: var(--kf-ink-soft);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-2);
    }
  `,
})
export class KfPageHeader {
  readonly heading = input.required<string>();
  readonly line = input('');
}
