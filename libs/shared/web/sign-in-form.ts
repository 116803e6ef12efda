import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { KfButton, KfControl, KfField, KfIcon, KfProblem, type ProblemWords } from '@kinfold/shared/ui';
import { ClinicBanner } from './clinic-banner';
import { sending } from './sending';
import { SignedIn, type SignedOutReason } from './signed-in';

const REASONS: Readonly<Record<SignedOutReason, string>> = {
  none: '',
  'signed-out': 'You are signed out.',
  ended:
    'You were signed out, because nothing was pressed here for a while or because your access changed. Sign in again to go on.',
  unreachable:
    'Kinfold does not answer at the moment. You can try to sign in; if it keeps happening, tell your clinic.',
};

/**
 * Email and password, the same on both surfaces. Nothing hinders a password manager: fields are named, pasting works, the password can
 * be shown. After a refusal the email stays, the password is emptied and has the cursor.
 */
@Component({
  selector: 'kf-sign-in-form',
  imports: [FormField, KfButton, KfControl, KfField, KfIcon, KfProblem],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.css',
})
export class KfSignInForm {
  private readonly signedIn = inject(SignedIn);
  private readonly sending = sending();
  private readonly passwordBox = viewChild.required<ElementRef<HTMLInputElement>>('passwordBox');

  protected readonly clinic = inject(ClinicBanner).info;
  protected readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Write the email you sign in with.' });
    required(path.password, { message: 'Write your password.' });
  });
  protected readonly shown = signal(false);
  protected readonly busy = this.sending.busy;
  protected readonly reason = computed(() => REASONS[this.signedIn.reason()]);
  protected readonly words = computed<ProblemWords | null>(() => {
    const words = this.sending.words();
    // The button beneath is the way on; a second one would only distract.
    return words === null ? null : { title: words.title, detail: words.detail };
  });

  protected errors(field: 'email' | 'password'): readonly string[] {
    const state = this.form[field]();
    return state.touched() ? state.errors().map((error) => error.message ?? '') : [];
  }

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await submit(this.form, async () => {
      const { email, password } = this.model();
      await this.sending.send(async () => {
        await this.signedIn.signIn(email.trim(), password);
        return true;
      });
      return undefined;
    });
    if (!sent) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
    else if (this.sending.problem() !== null) this.tryAgain();
  }

  private tryAgain(): void {
    if (this.sending.problem()?.code === 'sign_in_failed') {
      this.model.update((model) => ({ ...model, password: '' }));
      this.form.password().reset();
    }
    this.passwordBox().nativeElement.focus();
  }
}
