import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, required, submit, validate } from '@angular/forms/signals';
import { Api, endRelationship, type RelationshipAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfField, KfProblem, type ProblemWords } from '@kinfold/shared/ui';
import { Dates, sending } from '@kinfold/shared/web';
import { stillRefused } from './server-errors';

/** Somebody else was faster: what stands in the question is what is true now. */
const CHANGED = ['version_stale', 'wrong_state'];

/** Asks for the day a relationship ended. It is kept and cannot be opened again, so the question is plain. */
@Component({
  selector: 'kf-end-relationship-form',
  imports: [FormField, KfButton, KfControl, KfField, KfProblem],
  template: `
    <form class="kf-stack" novalidate (submit)="onSubmit($event)">
      <p class="kf-reading">{{ sentence() }}.</p>
      @if (relationship().endedOn === null) {
        <p>It is kept with the day it ended, and stands under “Earlier” from then on. This cannot be taken back.</p>
        <kf-field label="Ended on" [errors]="errors()">
          <input
            kfControl
            type="date"
            [attr.min]="relationship().startedOn ?? '1900-01-01'"
            [attr.max]="today"
            [formField]="form.endedOn"
          />
        </kf-field>
        @if (words(); as words) {
          <kf-problem [words]="words" />
        }
        <div class="kf-row end">
          <button kf-button type="button" (click)="leave.emit()">Keep it as it is</button>
          <button kf-button tone="danger" type="submit" [busy]="saving.busy()">End it on this day</button>
        </div>
      } @else {
        <p>Somebody else has ended it in the meantime.</p>
        <div class="kf-row end"><button kf-button type="button" (click)="leave.emit()">Close</button></div>
      }
    </form>
  `,
  styles: `
    p + p {
      margin-top: 0;
    }

    .end {
      justify-content: flex-end;
    }
  `,
})
export class EndRelationshipForm {
  private readonly api = inject(Api);

  readonly familyId = input.required<string>();
  readonly relationship = input.required<RelationshipAnswer>();
  readonly sentence = input.required<string>();
  readonly ended = output();
  /** The server knows a newer one: the family must be read again. */
  readonly changed = output();
  readonly leave = output();

  protected readonly today = inject(Dates).today();
  private readonly model = signal({ endedOn: this.today });
  protected readonly form = form(this.model, (path) => {
    required(path.endedOn, { message: 'Say on which day it ended.' });
    validate(path.endedOn, ({ value }) => {
      if (value() > this.today) return { kind: 'future', message: 'This day has not come yet. Check the date.' };
      const before = value() !== '' && value() < (this.relationship().startedOn ?? '');
      return before ? { kind: 'order', message: 'The end lies before the beginning. Check the date.' } : undefined;
    });
  });
  protected readonly saving = sending();
  private sent = this.model();

  protected readonly words = computed<ProblemWords | null>(() => {
    const words = this.saving.words();
    if (words === null || !CHANGED.includes(this.saving.problem()?.code ?? '')) {
      return words === null ? null : { title: words.title, detail: words.detail };
    }
    return { title: 'Someone else changed this', detail: 'Nothing was ended. It stands above as it is now.' };
  });

  protected errors(): readonly string[] {
    const state = this.form.endedOn();
    const own = state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    return [...own, ...stillRefused(this.saving.problem(), 'endedOn', this.sent, this.model())];
  }

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const ready = await submit(this.form, async () => {
      await this.send();
      return undefined;
    });
    if (!ready) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send(): Promise<void> {
    const body = this.model();
    const { id, version } = this.relationship();
    this.sent = body;
    const answered = await this.saving.send(async () => {
      const params = { familyId: this.familyId(), relationshipId: id, 'If-Match': `"${version}"`, body };
      await this.api.invoke(endRelationship, params);
      return true;
    });
    if (answered) this.ended.emit();
    else if (CHANGED.includes(this.saving.problem()?.code ?? '')) this.changed.emit();
  }
}
