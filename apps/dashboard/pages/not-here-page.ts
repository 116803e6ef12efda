import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KfButton, KfPageHeader } from '@kinfold/shared/ui';

/** The one page for an address that leads nowhere, whatever the reason. */
@Component({
  selector: 'app-not-here-page',
  imports: [KfButton, KfPageHeader, RouterLink],
  template: `
    <div class="kf-page">
      <kf-page-header heading="This page is not here" line="It may have been moved, or it is not open to you." />
      <a kf-button tone="primary" routerLink="/">Go to the start</a>
    </div>
  `,
})
export class NotHerePage {}
