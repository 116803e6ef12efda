import { Component, input, output } from '@angular/core';
import { KfButton } from './button';
import { KfIcon } from './icon';

/** A problem in a person's words: what happened, whether anything was lost, and the words on the one way on. */
export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  /** The verb on the button; without it there is no button. */
  readonly wayOn?: string;
  /** The verb on a link to the start, for what trying again does not mend. Nothing is broken then, so the panel is calm. */
  readonly home?: string;
}

/** A panel that says what went wrong and offers one way on. It is announced to readers when it appears. */
@Component({
  selector: 'kf-problem',
  imports: [KfButton, KfIcon],
  template: `
    <kf-icon [name]="words().home ? 'info' : 'alert'" />
    <div>
      <p class="title">{{ words().title }}</p>
      @if (words().detail) {
        <p class="detail">{{ words().detail }}</p>
      }
      <ng-content />
      @if (words().wayOn; as verb) {
        <button kf-button small type="button" (click)="wayOn.emit()">{{ verb }}</button>
      }
      @if (words().home; as verb) {
        <a kf-button small href="/">{{ verb }}</a>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--kf-space-3);
      padding: var(--kf-space-3) var(--kf-space-4);
      border: 1px solid var(--kf-brick-border);
      border-radius: var(--kf-radius);
      background: var(--kf-brick-surface);
      color: var(--kf-brick-text);
    }

    :host > div {
      min-width: 0;
    }

    .title {
      font-weight: 600;
    }

    .detail {
      margin-top: 2px;
      color: var(--kf-ink);
    }

    :host(.calm) {
      border-color: var(--kf-line-strong);
      background: var(--kf-paper-raised);
      color: var(--kf-ink);
    }

    :host(.calm) .detail {
      color: var(--kf-ink-soft);
    }

    button,
    a {
      min-height: var(--kf-target);
      margin-top: var(--kf-space-3);
    }
  `,
  host: { role: 'alert', '[class.calm]': 'words().home !== undefined' },
})
export class KfProblem {
  readonly words = input.required<ProblemWords>();
  readonly wayOn = output();
}
