import { Component, inject, input, model, output, signal } from '@angular/core';
import { Api, stepUp } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfDialog, KfField, KfProblem } from '@kinfold/shared/ui';
import { HandedOver, sending } from '@kinfold/shared/web';

/** The way out of the tablet page: the password of whoever is signed in. */
@Component({
  selector: 'kf-unlock-dialog',
  imports: [KfButton, KfControl, KfDialog, KfField, KfProblem],
  template: `
    <kf-dialog heading="Back to your work" lang="en" [(open)]="open" [busy]="sending.busy()" (closed)="clear()">
      <form id="kf-unlock" novalidate (submit)="unlock($event)">
        <p>{{ hint() }}</p>
        <kf-field label="Your password" [errors]="errors()">
          <input
            #password
            kfControl
            type="password"
            name="password"
            autocomplete="current-password"
            autocapitalize="none"
            [value]="typed()"
            (input)="type(password.value)"
          />
        </kf-field>
        @if (sending.words(); as words) {
          <kf-problem [words]="{ title: words.title, detail: words.detail }" />
        }
      </form>
      <ng-container ngProjectAs="[actions]">
        <button kf-button type="button" (click)="open.set(false)">Stay here</button>
        <button kf-button tone="primary" type="submit" form="kf-unlock" [busy]="sending.busy()">
          Leave with password
        </button>
      </ng-container>
    </kf-dialog>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--kf-space-4);
    }
  `,
})
export class UnlockDialog {
  private readonly api = inject(Api);
  private readonly handedOver = inject(HandedOver);

  readonly open = model(false);
  /** What becomes of the answers when one leaves now. */
  readonly hint = input('');
  /** The password was right. */
  readonly unlocked = output();

  protected readonly sending = sending();
  protected readonly typed = signal('');
  protected readonly missing = signal(false);
  protected readonly errors = () => (this.missing() ? ['Write your password.'] : []);

  protected type(password: string): void {
    this.typed.set(password);
    this.missing.set(false);
    this.sending.clear();
  }

  protected async unlock(event: Event): Promise<void> {
    event.preventDefault();
    const password = this.typed();
    this.missing.set(password === '');
    if (password === '') return;
    const right = await this.sending.send(async () => {
      await this.api.invoke(stepUp, { body: { password } });
      return true;
    });
    this.typed.set('');
    if (right === null) return;
    this.handedOver.end();
    this.open.set(false);
    this.unlocked.emit();
  }

  /** A password stays on no screen, least of all on this one. */
  protected clear(): void {
    this.typed.set('');
    this.missing.set(false);
    this.sending.clear();
  }
}
