import { Component, inject } from '@angular/core';
import { KfPageHeader } from '@kinfold/shared/ui';
import { SignedIn } from '@kinfold/shared/web';

/** Where someone lands whose role has no page of its own yet. */
@Component({
  selector: 'app-start-page',
  imports: [KfPageHeader],
  template: `
    <div class="kf-page">
      <kf-page-header [heading]="'Good to see you, ' + signedIn.name()" [line]="signedIn.clinicName()" />
      <div class="kf-card">
        <p>
          Your role has no page of its own in this version. If you expected one, ask your clinic's administrator which
          role you hold.
        </p>
      </div>
    </div>
  `,
})
export class StartPage {
  protected readonly signedIn = inject(SignedIn);
}
