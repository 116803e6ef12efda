import type { Routes } from '@angular/router';
import { SummariesTab } from './summaries-tab';
import { SummaryPage } from './summary-page';

/** The pages of summaries on the dashboard, under `/summaries`. */
export const routes: Routes = [{ path: 'session/:sessionId', component: SummaryPage }];

/** The tab of the family page, under `/families/:familyId/summaries`. */
export const familySummaryRoutes: Routes = [{ path: '', pathMatch: 'full', component: SummariesTab }];
