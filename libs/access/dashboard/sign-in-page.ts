import { Component } from '@angular/core';
import { KfBrand } from '@kinfold/shared/ui';
import { KfSignInForm } from '@kinfold/shared/web';

/** Where staff sign in: the form, and beside it a quiet room with three chairs. */
@Component({
  selector: 'kf-staff-sign-in',
  imports: [KfBrand, KfSignInForm],
  template: `
    <main>
      <div class="form">
        <kf-brand />
        <div>
          <h1>Sign in</h1>
          <p class="clinic">For the staff of the clinic</p>
        </div>
        <kf-sign-in-form />
      </div>
    </main>
    <svg class="room" viewBox="0 0 600 800" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <path class="floor" d="M0 640H600V800H0z" />
      <g class="light">
        <path d="M172 130 300 164V322L172 296z" />
        <path d="M316 168 444 202V350L316 325z" />
        <path d="M172 312 300 338V496L172 478z" />
        <path d="M316 341 444 366V514L316 498z" />
      </g>
      <g class="clay">
        <path d="M112 620v44M208 620v44" />
        <rect x="108" y="502" width="104" height="98" rx="22" />
        <rect x="96" y="574" width="128" height="50" rx="18" />
      </g>
      <g class="spruce">
        <path d="M267 622v50M369 622v50" />
        <rect x="262" y="488" width="112" height="112" rx="24" />
        <rect x="250" y="572" width="136" height="54" rx="19" />
      </g>
      <g class="slate">
        <path d="M428 620v40M504 620v40" />
        <rect x="424" y="524" width="84" height="78" rx="18" />
        <rect x="414" y="582" width="104" height="42" rx="15" />
      </g>
    </svg>
  `,
  styleUrl: './sign-in-page.css',
})
export class SignInPage {}
