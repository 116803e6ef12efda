import { Component, ElementRef, booleanAttribute, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { nextOnScale, type ScaleStep } from './logic/scale';

/**
 * One answer out of a few, as a radio group: a Likert scale with words, 0 to 10, or -3 to +3. Arrow keys move, Home and End go
 * to the ends, a digit chooses its value. Works with `[formField]` and with `[(value)]`; null means not answered.
 */
@Component({
  selector: 'kf-scale',
  template: `
    @if (question()) {
      <p class="question" [id]="id">{{ question() }}</p>
    }
    <div
      class="steps"
      role="radiogroup"
      [attr.aria-labelledby]="question() ? id : null"
      [attr.aria-label]="question() ? null : label()"
      (keydown)="onKey($event)"
    >
      @for (step of steps(); track step.value) {
        <button
          type="button"
          role="radio"
          [attr.data-value]="step.value"
          [attr.aria-checked]="step.value === value()"
          [attr.tabindex]="step.value === tabStop() ? 0 : -1"
          [disabled]="disabled()"
          (click)="choose(step.value)"
        >
          {{ step.words }}
        </button>
      }
    </div>
    @if (low() || high()) {
      <p class="ends">
        <span>{{ low() }}</span>
        <span>{{ high() }}</span>
      </p>
    }
  `,
  styleUrl: './scale.css',
  host: { '[class.stacked]': 'stacked()', '[class.many]': 'steps().length > 7' },
})
export class KfScale implements FormValueControl<number | null> {
  private static made = 0;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly steps = input.required<readonly ScaleStep[]>();
  readonly value = model<number | null>(null);
  /** The question above the steps; it names the group. */
  readonly question = input('');
  /** Names the group when the question stands elsewhere. */
  readonly label = input('');
  /** What the ends mean, beneath them. */
  readonly low = input('');
  readonly high = input('');
  /** One answer beneath the other: for long words and small screens. */
  readonly stacked = input(false, { transform: booleanAttribute });
  readonly disabled = input(false);
  readonly touch = output<void>();

  protected readonly id = `kf-scale-${++KfScale.made}`;
  /** The one step the tab key reaches: the chosen one, else the first. */
  protected readonly tabStop = computed(() => this.value() ?? this.steps()[0]?.value);

  focus(): void {
    this.element.nativeElement.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  protected choose(value: number): void {
    this.value.set(value);
    this.touch.emit();
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || this.disabled()) return;
    const next = nextOnScale(this.steps(), this.value(), event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.choose(next);
    this.element.nativeElement.querySelector<HTMLElement>(`[data-value="${next}"]`)?.focus();
  }
}
