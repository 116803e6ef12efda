import { Component, booleanAttribute, input } from '@angular/core';
import { KfIcon } from './icon';
import type { IconName } from './icons';

/** A chip one presses: a choice that is on or off (`pressed`), or, without `pressed`, a one-tap act such as a moment in the room. */
@Component({
  selector: 'button[kf-chip]',
  imports: [KfIcon],
  template: `
    @if (icon(); as name) {
      <kf-icon [name]="name" />
    } @else if (pressed()) {
      <kf-icon name="check" />
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--kf-space-2);
      align-items: center;
      min-height: var(--kf-target);
      padding: 4px 14px;
      border: 1px solid var(--kf-line-strong);
      border-radius: 99px;
      background: var(--kf-paper-raised);
      line-height: 1.2;
      transition: background-color var(--kf-quick) ease;
    }

    :host(:hover:enabled) {
      background: var(--kf-paper-sunken);
    }

    :host(:focus-visible) {
      border-radius: 99px;
    }

    :host(.large) {
      min-height: 52px;
      padding: 8px 20px;
      font-size: var(--kf-text-l);
    }

    :host([aria-pressed='true']) {
      border-color: var(--kf-spruce-border);
      background: var(--kf-spruce-surface);
      color: var(--kf-spruce-text);
      font-weight: 600;
    }

    :host(:disabled) {
      border-color: var(--kf-line);
      color: var(--kf-ink-soft);
    }
  `,
  host: { type: 'button', '[attr.aria-pressed]': 'pressed()', '[class.large]': 'large()' },
})
export class KfChip {
  readonly icon = input<IconName | null>(null);
  /** Whether it is on; null for a chip that only acts. */
  readonly pressed = input<boolean | null>(null);
  readonly large = input(false, { transform: booleanAttribute });
}
