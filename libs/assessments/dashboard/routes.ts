import type { Routes } from '@angular/router';
import { MeasuresTab } from './measures-tab';
import { ResultPage } from './result-page';
import { onlyWithPassword, TabletPage } from './tablet-page';

/** The tab of the family page, under `/families/:familyId/measures`. */
export const familyMeasuresRoutes: Routes = [
  { path: '', pathMatch: 'full', component: MeasuresTab },
  { path: ':administrationId', component: ResultPage },
];

/** The tablet, under `/tablet/:administrationId`, without the shell. */
export const tabletRoutes: Routes = [{ path: '', component: TabletPage, canDeactivate: [onlyWithPassword] }];
