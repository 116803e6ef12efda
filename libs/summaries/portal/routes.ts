import type { Routes } from '@angular/router';
import { HomePage } from './home-page';
import { SummaryPage } from './summary-page';

/** The pages of summaries in the portal: home, and one summary. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', component: HomePage },
  { path: 'summaries/:summaryId', component: SummaryPage },
];
