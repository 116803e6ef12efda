import { Component, inject, input, model, output, signal } from '@angular/core';
import { REVOKED_HOW, type RevokedHow } from '@kinfold/consent/domain';
import { Api, revokeConsent, type ConsentAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfDialog, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { REVOKED_HOW_WORDS } from './consent-words';

/** Asks how a member took a consent back, and writes it down. It holds from that minute. */
@Component({
  selector: 'kf-revoke-dialog',
  imports: [KfButton, KfDialog, KfProblem],
  template: `
    <kf-dialog heading="Take this consent back" [(open)]="open" [busy]="sending.busy()" (closed)="sending.clear()">
      <p>
        {{ sentence() }}. Once it is taken back, those lines are closed again at once. What was read before cannot be
        made unread.
      </p>
      <fieldset>
        <legend>How did they tell you</legend>
        @for (one of ways; track one) {
          <label class="kf-choice">
            <input type="radio" name="how" [checked]="one === how()" (change)="how.set(one)" />
            {{ words[one] }}
          </label>
        }
      </fieldset>
      @if (sending.words(); as words) {
        <kf-problem [words]="{ title: words.title, detail: words.detail }" />
      }
      <ng-container ngProjectAs="[actions]">
        <button kf-button type="button" (click)="open.set(false)">Keep it</button>
        <button kf-button tone="danger" type="button" [busy]="sending.busy()" (click)="revoke()">
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
export class RevokeDialog {
  private readonly api = inject(Api);

  readonly open = model(false);
  readonly familyId = input.required<string>();
  readonly consent = input.required<ConsentAnswer>();
  readonly sentence = input.required<string>();
  readonly revoked = output();

  protected readonly sending = sending();
  protected readonly ways = REVOKED_HOW;
  protected readonly words = REVOKED_HOW_WORDS;
  protected readonly how = signal<RevokedHow>('in-person');

  protected async revoke(): Promise<void> {
    const params = { familyId: this.familyId(), consentId: this.consent().id, body: { how: this.how() } };
    const done = await this.sending.send(async () => {
      await this.api.invoke(revokeConsent, params);
      return true;
    });
    if (done === null) return;
    this.open.set(false);
    this.revoked.emit();
  }
}
