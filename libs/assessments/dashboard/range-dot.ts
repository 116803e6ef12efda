import { Component, computed, input } from '@angular/core';
import { dotPlaces, type Sum } from './measure-words';

const LEFT = 8;
const WIDTH = 224;

/**
 * A number on the range of what is possible: a line with its ends, the dot of now, an open ring for the time before, and a band where
 * something was left out. A picture only: the numbers stand in words or in a table beside it.
 */
@Component({
  selector: 'kf-range-dot',
  template: `
    <svg viewBox="0 0 240 20" aria-hidden="true" focusable="false">
      <path class="range" d="M8 10H232M8 5V15M232 5V15" />
      @if (drawn(); as drawn) {
        @if (drawn.band; as band) {
          <rect class="band" y="6" height="8" rx="4" [attr.x]="band.x" [attr.width]="band.width" />
        }
        @if (drawn.before !== null) {
          <circle class="before" cy="10" r="5.5" [attr.cx]="drawn.before" />
        }
        @if (drawn.value !== null) {
          <circle class="now" cy="10" r="6" [attr.cx]="drawn.value" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
      min-width: 9rem;
      max-width: 20rem;
    }

    svg {
      width: 100%;
    }

    .range {
      fill: none;
      stroke: var(--kf-line-strong);
      stroke-width: 1.5;
    }

    .band {
      fill: var(--kf-slate-surface);
      stroke: var(--kf-slate-border);
    }

    .before {
      fill: var(--kf-paper-raised);
      stroke: var(--kf-ink-soft);
      stroke-width: 2;
    }

    .now {
      fill: var(--kf-spruce-solid);
    }
  `,
})
export class RangeDot {
  readonly sum = input.required<Sum>();
  /** The number of the time before, if there is one to compare. */
  readonly before = input<number | null>(null);

  protected readonly drawn = computed(() => {
    const { value, before, low, high } = dotPlaces(this.sum(), this.before());
    const x = (share: number): number => LEFT + share * WIDTH;
    return {
      value: value === null ? null : x(value),
      before: before === null ? null : x(before),
      band: high > low ? { x: x(low), width: (high - low) * WIDTH } : null,
    };
  });
}
