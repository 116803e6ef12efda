import { Component, booleanAttribute, computed, input } from '@angular/core';

/** How loud a button is. One `primary` a screen; `danger` for what cannot be taken back; `quiet` for the rest. */
export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

/**
 * A button or a link that looks like one. The words are a verb ("Sign and lock"). While `busy` it keeps its width,
 * stays focusable and refuses presses, so that a second press cannot send a second time.
 */
@Component({
  selector: 'button[kf-button], a[kf-button]',
  template: `<ng-content />`,
  styleUrl: './button.css',
  host: {
    '[class]': 'classes()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
    '(click)': 'refuseWhileBusy($event)',
  },
})
export class KfButton {
  readonly tone = input<ButtonTone>('plain');
  readonly small = input(false, { transform: booleanAttribute });
  readonly wide = input(false, { transform: booleanAttribute });
  readonly busy = input(false, { transform: booleanAttribute });

  protected readonly classes = computed(
    () =>
      `tone-${this.tone()}${this.small() ? ' small' : ''}${this.wide() ? ' wide' : ''}${this.busy() ? ' busy' : ''}`,
  );

  protected refuseWhileBusy(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
