import { Component, input } from '@angular/core';
import { KfIcon } from './icon';
import type { IconName } from './icons';
import type { Tone } from './badge';

/**
 * Things in the order they happened. Project `kf-timeline-item`s; each says when, shows an icon, and holds whatever is projected.
 */
@Component({
  selector: 'kf-timeline',
  template: `<div role="list" [attr.aria-label]="label()"><ng-content /></div>`,
})
export class KfTimeline {
  readonly label = input.required<string>();
}

/** One thing on a timeline. */
@Component({
  selector: 'kf-timeline-item',
  imports: [KfIcon],
  template: `
    <span class="dot"><kf-icon [name]="icon()" /></span>
    <div class="words">
      <span class="when" [attr.title]="exact() || null">{{ when() }}</span>
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
      gap: var(--kf-space-3);
      padding-bottom: var(--kf-space-4);
    }

    :host(:not(:last-of-type))::before {
      position: absolute;
      top: 30px;
      bottom: 0;
      left: 14px;
      width: 1px;
      background: var(--kf-line);
      content: '';
    }

    .dot {
      display: grid;
      flex: none;
      width: 29px;
      height: 29px;
      border: 1px solid var(--kf-line);
      border-radius: 50%;
      background: var(--kf-paper-raised);
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      place-items: center;
    }

    :host(.milestone) .dot {
      border-color: var(--kf-clay-border);
      background: var(--kf-clay-surface);
      color: var(--kf-clay-text);
    }

    :host(.due) .dot {
      border-color: var(--kf-amber-border);
      background: var(--kf-amber-surface);
      color: var(--kf-amber-text);
    }

    :host(.urgent) .dot {
      border-color: var(--kf-brick-border);
      background: var(--kf-brick-surface);
      color: var(--kf-brick-text);
    }

    :host(.good) .dot {
      border-color: var(--kf-spruce-border);
      background: var(--kf-spruce-surface);
      color: var(--kf-spruce-text);
    }

    :host(.info) .dot {
      border-color: var(--kf-slate-border);
      background: var(--kf-slate-surface);
      color: var(--kf-slate-text);
    }

    .words {
      min-width: 0;
      padding-top: 3px;
    }

    .when {
      display: block;
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      font-variant-numeric: tabular-nums;
    }
  `,
  host: { role: 'listitem', '[class]': 'tone()' },
})
export class KfTimelineItem {
  readonly icon = input<IconName>('clock');
  readonly tone = input<Tone>('plain');
  /** As people say it: "Tue 24 Nov". */
  readonly when = input.required<string>();
  /** The exact moment, on hover. */
  readonly exact = input('');
}
