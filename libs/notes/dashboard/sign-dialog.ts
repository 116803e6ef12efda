import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { Api, signNote } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfDialog, KfField, KfProblem, type ProblemWords } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';

const UNSAVED: ProblemWords = {
  title: 'Not everything is saved yet',
  detail: 'Nothing was signed. Look for the section that says so, and try again once it is saved.',
};

/** Asks for the password and signs. What is written is saved first: nobody signs less than they see. */
@Component({
  selector: 'kf-sign-dialog',
  imports: [FormField, KfButton, KfControl, KfDialog, KfField, KfProblem],
  template: `
    <kf-dialog heading="Sign and lock this note" [(open)]="open" [busy]="busy()" (closed)="forget()">
      <p>After this the note cannot be changed, only added to. The whole team of the family can read it.</p>
      @for (words of look(); track words) {
        <p class="kf-soft">{{ words }}</p>
      }
      <form id="sign-note" novalidate (submit)="onSubmit($event)">
        <kf-field label="Your password" [errors]="errors()">
          <input kfControl type="password" autocomplete="current-password" [formField]="form.password" />
        </kf-field>
      </form>
      @if (words(); as problem) {
        <kf-problem [words]="problem" />
      }
      <button actions kf-button type="button" (click)="open.set(false)">Not yet</button>
      <button actions kf-button tone="primary" type="submit" form="sign-note" [busy]="busy()">
        {{ busy() ? 'Signing' : 'Sign and lock' }}
      </button>
    </kf-dialog>
  `,
})
export class SignDialog {
  private readonly api = inject(Api);
  private readonly signing = sending();
  private readonly unsaved = signal(false);

  readonly noteId = input.required<string>();
  /** What asks for another look without standing in the way. */
  readonly look = input<readonly string[]>([]);
  /** Saves everything; resolves with whether the server has it. */
  readonly save = input.required<() => Promise<boolean>>();
  readonly open = model(false);
  readonly signed = output();

  protected readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.password, { message: 'Write your password.' });
  });
  protected readonly busy = this.signing.busy;
  protected readonly words = computed<ProblemWords | null>(() => {
    if (this.unsaved()) return UNSAVED;
    const words = this.signing.words();
    if (words === null) return null;
    const missing =
      this.signing
        .problem()
        ?.fields.map(({ message }) => message)
        .join(' ') ?? '';
    return { title: words.title, detail: [words.detail, missing].filter(Boolean).join(' ') };
  });

  protected errors(): readonly string[] {
    const state = this.form.password();
    return state.touched() ? state.errors().map((error) => error.message ?? '') : [];
  }

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const right = await submit(this.form, async () => undefined);
    if (!right) return this.form.password().focusBoundControl();
    this.unsaved.set(false);
    const done = await this.signing.send(async () => {
      if (!(await this.save()())) return 'unsaved' as const;
      return this.api.invoke(signNote, { noteId: this.noteId(), body: { password: this.model().password } });
    });
    if (done === 'unsaved') return this.unsaved.set(true);
    if (done === null) {
      this.clearPassword();
      return this.form.password().focusBoundControl();
    }
    this.open.set(false);
    this.signed.emit();
  }

  /** A password does not stay in memory behind a closed dialog. */
  protected forget(): void {
    this.clearPassword();
    this.signing.clear();
    this.unsaved.set(false);
  }

  private clearPassword(): void {
    this.model.set({ password: '' });
    this.form.password().reset();
  }
}
