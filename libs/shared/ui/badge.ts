import { Component, input } from '@angular/core';
import { KfIcon } from './icon';
import type { IconName } from './icons';

/** What a badge's colour says. `due` waits for someone, `urgent` waits no longer, `milestone` is warmth, `info` is plain news. */
export type Tone = 'plain' | 'good' | 'info' | 'due' | 'urgent' | 'milestone';

/** A few words in a tint: "Unsigned, 2 days". Never the colour alone; the words carry the meaning. */
@Component({
  selector: 'kf-badge',
  imports: [KfIcon],
  template: `
    @if (icon(); as name) {
      <kf-icon [name]="name" />
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--kf-space-1);
      align-items: center;
      padding: 1px 8px;
      border: 1px solid var(--kf-line);
      border-radius: 99px;
      background: var(--kf-paper-sunken);
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-xs);
      font-weight: 550;
      line-height: 1.55;
      white-space: nowrap;
    }

    :host(.good) {
      border-color: var(--kf-spruce-border);
      background: var(--kf-spruce-surface);
      color: var(--kf-spruce-text);
    }

    :host(.info) {
      border-color: var(--kf-slate-border);
      background: var(--kf-slate-surface);
      color: var(--kf-slate-text);
    }

    :host(.due) {
      border-color: var(--kf-amber-border);
      background: var(--kf-amber-surface);
      color: var(--kf-amber-text);
    }

    :host(.urgent) {
      border-color: var(--kf-brick-border);
      background: var(--kf-brick-surface);
      color: var(--kf-brick-text);
    }

    :host(.milestone) {
      border-color: var(--kf-clay-border);
      background: var(--kf-clay-surface);
      color: var(--kf-clay-text);
    }
  `,
  host: { '[class]': 'tone()' },
})
export class KfBadge {
  readonly tone = input<Tone>('plain');
  readonly icon = input<IconName | null>(null);
}
