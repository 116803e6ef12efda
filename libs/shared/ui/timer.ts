import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { clockWords, readTimer, spokenTimer } from './logic/timer';

/** A running clock for the room: time left of the plan, or time so far without one. Over time it says so in words, not by colour alone. */
@Component({
  selector: 'kf-timer',
  template: `
    <span class="clock" aria-hidden="true">{{ clock() }}</span>
    <span class="word" aria-hidden="true">{{ word() }}</span>
    <span class="kf-hidden" role="timer">{{ spoken() }}</span>
    @if (reading().share !== null) {
      <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="whole" width="100" height="3" rx="1.5" />
        <rect class="gone" height="3" rx="1.5" [attr.width]="gone()" />
      </svg>
    }
  `,
  styles: `
    :host {
      display: inline-grid;
      grid-template-columns: auto 1fr;
      gap: 2px var(--kf-space-2);
      align-items: baseline;
    }

    .clock {
      font-size: var(--kf-text-xl);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.01em;
    }

    .word {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
    }

    svg {
      grid-column: 1 / -1;
      width: 100%;
      height: 4px;
    }

    .whole {
      fill: var(--kf-line);
    }

    .gone {
      fill: var(--kf-spruce-border);
    }

    :host(.over) .clock,
    :host(.over) .word {
      color: var(--kf-amber-text);
    }

    :host(.over) .gone {
      fill: var(--kf-amber-border);
    }
  `,
  host: { '[class.over]': 'reading().over' },
})
export class KfTimer {
  readonly startedAt = input.required<Date>();
  /** Minutes, or null without a plan. */
  readonly planned = input<number | null>(null);

  private readonly now = signal(Date.now());
  protected readonly reading = computed(() => readTimer(this.startedAt().getTime(), this.now(), this.planned()));
  protected readonly clock = computed(() => clockWords(this.reading().left ?? this.reading().elapsed));
  protected readonly word = computed(() =>
    this.reading().left === null ? 'so far' : this.reading().over ? 'over time' : 'left',
  );
  protected readonly spoken = computed(() => spokenTimer(this.reading()));
  protected readonly gone = computed(() => (this.reading().share ?? 0) * 100);

  constructor() {
    const tick = setInterval(() => this.now.set(Date.now()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(tick));
  }
}
