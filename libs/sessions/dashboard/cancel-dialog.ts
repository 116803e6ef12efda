import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { FormField, form, maxLength, required, submit } from '@angular/forms/signals';
import { CANCEL_REASONS, CANCEL_REASON_WORDS, SESSION_LIMITS, type CancelReason } from '@kinfold/sessions/domain';
import { Api, cancelSession, type SessionPageAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfDialog, KfField, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';

const CHANGED = ['version_stale', 'wrong_state'];

/** Asks why a session is called off. The times are free again at once. */
@Component({
  selector: 'kf-cancel-dialog',
  imports: [FormField, KfButton, KfControl, KfDialog, KfField, KfProblem],
  template: `
    <kf-dialog heading="Call the session off" [busy]="saving.busy()" [(open)]="open">
      <form class="kf-stack" id="kf-cancel-form" novalidate (submit)="onSubmit($event)">
        <kf-field label="Why" [errors]="errors('reason')">
          <select kfControl [formField]="form.reason">
            <option value="">Choose</option>
            @for (reason of reasons; track reason.value) {
              <option [value]="reason.value">{{ reason.words }}</option>
            }
          </select>
        </kf-field>
        <kf-field label="A few words" hint="Read by the team alone" [optional]="true" [errors]="errors('words')">
          <textarea kfControl rows="3" [formField]="form.words"></textarea>
        </kf-field>
        @if (problem(); as words) {
          <kf-problem [words]="words" />
        }
      </form>
      <ng-container actions>
        <button kf-button type="button" (click)="open.set(false)">Keep it</button>
        <button kf-button tone="danger" type="submit" form="kf-cancel-form" [busy]="saving.busy()">Call it off</button>
      </ng-container>
    </kf-dialog>
  `,
})
export class CancelDialog {
  private readonly api = inject(Api);

  readonly session = input.required<SessionPageAnswer>();
  readonly open = model(false);
  /** It was called off, or someone else changed it: read it again. */
  readonly cancelled = output();

  protected readonly reasons = CANCEL_REASONS.map((value) => ({ value, words: CANCEL_REASON_WORDS[value] }));
  private readonly model = signal<{ reason: CancelReason | ''; words: string }>({ reason: '', words: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason, { message: 'Choose a reason.' });
    maxLength(path.words, SESSION_LIMITS.cancelWords, {
      message: `Keep this to ${SESSION_LIMITS.cancelWords} characters.`,
    });
  });
  protected readonly saving = sending();
  protected readonly problem = computed(() => {
    const words = this.saving.words();
    return words === null ? null : { title: words.title, detail: words.detail };
  });

  protected errors(name: 'reason' | 'words'): readonly string[] {
    const state = this.form[name]();
    const own = state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    return [...own, ...this.saving.errors(name)];
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
    const { reason, words } = this.model();
    if (reason === '') return;
    const { id, version } = this.session();
    const params = { sessionId: id, 'If-Match': `"${version}"`, body: { reason, words: words.trim() || null } };
    const answer = await this.saving.send(() => this.api.invoke(cancelSession, params));
    if (answer !== null) this.open.set(false);
    if (answer !== null || CHANGED.includes(this.saving.problem()?.code ?? '')) this.cancelled.emit();
  }
}
