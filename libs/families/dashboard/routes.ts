import type { Routes } from '@angular/router';
import { FamiliesPage } from './families-page';
import { MembersTab } from './members-tab';
import { OverviewTab } from './overview-tab';
import { SessionsTab } from './sessions-tab';

/** The pages of families on the dashboard, under `/families`. */
export const routes: Routes = [{ path: '', component: FamiliesPage }];

/** The tabs of this slice, under `/families/:familyId`; they stand inside `FamilyPage`. */
export const familyRoutes: Routes = [
  { path: '', pathMatch: 'full', component: OverviewTab },
  { path: 'members', component: MembersTab },
  { path: 'sessions', component: SessionsTab },
];
