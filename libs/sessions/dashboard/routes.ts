import type { Routes } from '@angular/router';
import { AgendaPage } from './agenda-page';
import { PlanPage } from './plan-page';
import { SessionPage } from './session-page';
import { TodayPage } from './today-page';

/** The start of whoever works with families, under `/today`. */
export const todayRoutes: Routes = [{ path: '', component: TodayPage }];

/** Sessions by themselves, under `/sessions`. */
export const routes: Routes = [
  { path: '', title: 'The days ahead', component: AgendaPage },
  { path: ':sessionId', component: SessionPage },
];

/** Planning, under `/families/:familyId/sessions/new`, inside the page of the family. */
export const familyRoutes: Routes = [{ path: '', component: PlanPage }];

/** The room, under `/room/:sessionId`, without the shell. */
export const roomRoutes: Routes = [
  { path: '', title: 'Room', loadComponent: () => import('./room-page').then((page) => page.RoomPage) },
];
