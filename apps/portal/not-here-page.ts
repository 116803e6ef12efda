import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KfButton, KfPageHeader } from '@kinfold/shared/ui';

/** The one page for an address that leads nowhere, whatever the reason. */
@Component({
  selector: 'app-not-here-page',
  imports: [KfButton, KfPageHeader, RouterLink],
  template: `
    <kf-page-header heading="This page is not here" line="It may have moved." />
    <a kf-button tone="primary" wide routerLink="/">Go home</a>
  `,
})
export class NotHerePage {}
