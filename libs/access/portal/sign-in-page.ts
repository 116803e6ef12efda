import { Component } from '@angular/core';
import { KfSignInForm } from '@kinfold/shared/web';

/** Where members of a family sign in. Neutral on purpose: whoever looks over a shoulder learns nothing. */
@Component({
  selector: 'kf-family-sign-in',
  imports: [KfSignInForm],
  template: `
    <div>
      <h1>Sign in</h1>
      <p>With the email and the password your clinic set up with you.</p>
    </div>
    <kf-sign-in-form />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--kf-space-5);
      padding-top: var(--kf-space-4);
    }

    kf-sign-in-form {
      max-width: 27rem;
    }

    h1 {
      font-size: var(--kf-text-2xl);
    }

    p {
      color: var(--kf-ink-soft);
    }
  `,
})
export class SignInPage {}
