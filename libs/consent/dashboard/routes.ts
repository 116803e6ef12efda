import type { Routes } from '@angular/router';
import { ConsentsTab } from './consents-tab';
import { RecordConsentPage } from './record-consent-page';

/** The tab of the family page, under `/families/:familyId/consents`. */
export const familyConsentRoutes: Routes = [
  { path: '', pathMatch: 'full', component: ConsentsTab },
  { path: 'new', component: RecordConsentPage },
];
