import { Component, Directive, computed, inject, input } from '@angular/core';

/**
 * Label, hint and error around a native control. The control carries the attribute `kfControl`, which ties it to the label and
 * the words beneath it:
 * `<kf-field label="Family name" [errors]="nameErrors()"><input kfControl [formField]="form.name" /></kf-field>`
 */
@Component({
  selector: 'kf-field',
  template: `
    <label [attr.for]="id">
      {{ label() }}
      @if (optional()) {
        <span class="optional">if you like</span>
      }
    </label>
    @if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
    <ng-content />
    <div class="errors" [id]="errorId" aria-live="polite">
      @for (error of errors(); track error) {
        <p>{{ error }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    label {
      display: block;
      margin-bottom: var(--kf-space-1);
      font-weight: 550;
    }

    .optional,
    .hint {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      font-weight: 400;
    }

    .hint {
      margin-bottom: var(--kf-space-1);
    }

    .errors p {
      margin-top: var(--kf-space-1);
      color: var(--kf-brick-text);
      font-size: var(--kf-text-s);
    }
  `,
})
export class KfField {
  private static made = 0;

  readonly label = input.required<string>();
  readonly hint = input('');
  /** Sentences that say what to do; none means the value is fine. */
  readonly errors = input<readonly string[]>([]);
  readonly optional = input(false);

  readonly id = `kf-field-${++KfField.made}`;
  readonly hintId = `${this.id}-hint`;
  readonly errorId = `${this.id}-error`;
  readonly describedBy = computed(() => (this.hint() ? `${this.hintId} ${this.errorId}` : this.errorId));
  readonly invalid = computed(() => this.errors().length > 0);
}

/** Ties the native control inside a `kf-field` to its label, hint and errors. */
@Directive({
  selector: 'input[kfControl], select[kfControl], textarea[kfControl]',
  host: {
    '[attr.id]': 'field.id',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.invalid() ? "true" : null',
  },
})
export class KfControl {
  protected readonly field = inject(KfField);
}
