import { Component, computed, input } from '@angular/core';
import { KfIcon } from './icon';
import { saveWords, type SaveState } from './logic/save-state';

/** "Saved 10:02", "Saving", "Not saved: ..." beside what is being written. Quiet while all is well. */
@Component({
  selector: 'kf-save-state',
  imports: [KfIcon],
  template: `
    @switch (state().kind) {
      @case ('saved') {
        <kf-icon name="check" />
      }
      @case ('not-saved') {
        <kf-icon name="alert" />
      }
    }
    <span>{{ words() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--kf-space-1);
      align-items: center;
      min-height: 1.5em;
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      font-variant-numeric: tabular-nums;
    }

    :host(.not-saved) {
      color: var(--kf-brick-text);
      font-weight: 550;
    }
  `,
  host: { role: 'status', '[class.not-saved]': "state().kind === 'not-saved'" },
})
export class KfSaveState {
  readonly state = input.required<SaveState>();
  /** IANA name; the device's own when it is missing. */
  readonly timeZone = input<string | undefined>(undefined);
  readonly language = input('en');

  private readonly clock = computed(
    () =>
      new Intl.DateTimeFormat(this.language(), {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: this.timeZone(),
      }),
  );
  protected readonly words = computed(() => saveWords(this.state(), (at) => this.clock().format(at)));
}
