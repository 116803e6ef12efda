import { Component, inject } from '@angular/core';
import { KfBrand } from '@kinfold/shared/ui';
import { ClinicBanner, KfSignInForm } from '@kinfold/shared/web';

/** Where staff sign in: the form, and beside it nothing but the light of a window. */
@Component({
  selector: 'kf-staff-sign-in',
  imports: [KfBrand, KfSignInForm],
  template: `
    <main>
      <div class="form">
        <kf-brand />
        <div>
          <h1>Sign in</h1>
          <p class="clinic">{{ clinic()?.clinicName || 'For the staff of the clinic' }}</p>
        </div>
        <kf-sign-in-form />
      </div>
    </main>
    <svg class="light" viewBox="0 0 600 800" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <path class="pane" d="M150 150 290 190V395L150 365z" />
      <path class="pane" d="M308 195 448 235V430L308 399z" />
      <path class="pane" d="M150 385 290 415V620L150 600z" />
      <path class="pane" d="M308 419 448 450V645L308 624z" />
      <path class="floor" d="M0 706H600V800H0z" />
    </svg>
  `,
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  protected readonly clinic = inject(ClinicBanner).info;
}
