import { Component, inject, input, model, output, signal } from '@angular/core';
import { WITHDRAW_REASONS, type WithdrawReason } from '@kinfold/summaries/domain';
import { Api, type SummaryDocumentAnswer, withdrawSummary } from '@kinfold/shared/contract/staff';
import { KfButton, KfDialog, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { WITHDRAW_WORDS } from './summary-words';

/** Asks why a shared summary is taken back, and does it. */
@Component({
  selector: 'kf-withdraw-dialog',
  imports: [KfButton, KfDialog, KfProblem],
  template: `
    <kf-dialog heading="Take the summary back" [(open)]="open" [busy]="sending.busy()" (closed)="sending.clear()">
      <p>Nobody sees it any more from now on. Who has read it stays written down, and you can write another.</p>
      <fieldset>
        <legend>Why</legend>
        @for (one of reasons; track one) {
          <label class="kf-choice">
            <input type="radio" name="reason" [checked]="one === reason()" (change)="reason.set(one)" />
            {{ words[one] }}
          </label>
        }
      </fieldset>
      @if (sending.words(); as words) {
        <kf-problem [words]="{ title: words.title, detail: words.detail }" />
      }
      <ng-container ngProjectAs="[actions]">
        <button kf-button type="button" (click)="open.set(false)">Leave it shared</button>
        <button kf-button tone="danger" type="button" [busy]="sending.busy()" (click)="withdraw()">
          Take it back now
        </button>
      </ng-container>
    </kf-dialog>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--kf-space-1);
    }
  `,
})
export class WithdrawDialog {
  private readonly api = inject(Api);

  readonly open = model(false);
  readonly summary = input.required<SummaryDocumentAnswer>();
  readonly withdrawn = output();

  protected readonly sending = sending();
  protected readonly reasons = WITHDRAW_REASONS;
  protected readonly words = WITHDRAW_WORDS;
  protected readonly reason = signal<WithdrawReason>('mistake');

  protected async withdraw(): Promise<void> {
    const { id: summaryId, version } = this.summary();
    const params = { summaryId, 'If-Match': `"${version}"`, body: { reason: this.reason() } };
    const done = await this.sending.send(async () => {
      await this.api.invoke(withdrawSummary, params);
      return true;
    });
    if (done === null) return;
    this.open.set(false);
    this.withdrawn.emit();
  }
}
