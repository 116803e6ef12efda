import type { Routes } from '@angular/router';
import { notHandedOver, signedIn, signedOut } from '@kinfold/shared/web';
import { devRoutes } from './dev-routes';
import { startOf } from './shell/rail-items';
import { Shell } from './shell/shell';

/**
 * The map of the dashboard. A slice gives its pages under the names below and takes one line here; its code is fetched when it is
 * opened. Everything is written so that each slice has an address of its own, for otherwise the router would fetch slice after slice
 * to find out which of them knows the page.
 *
 * - `routes`: what stands under the slice's own word (`/sessions`, `/notes`, `/summaries`; of families the list).
 * - `familyRoutes` and the like: the slice's tabs of the family page. The page (`FamilyPage` of families: strip, tabs,
 *   `<router-outlet />`) is the parent and reads the family again whenever a tab is opened; `familyId` arrives as an input.
 * - `todayRoutes`, `roomRoutes`, `tabletRoutes`: as they say. Room and tablet fill the screen, without the shell.
 */
export const routes: Routes = [
  {
    path: 'sign-in',
    canMatch: [signedOut],
    title: 'Sign in',
    loadChildren: () => import('@kinfold/access/dashboard').then((slice) => slice.routes),
  },

  {
    path: 'room/:sessionId',
    canMatch: [signedIn, notHandedOver],
    loadChildren: () => import('@kinfold/sessions/dashboard').then((slice) => slice.roomRoutes),
  },
  {
    path: 'tablet/:administrationId',
    canMatch: [signedIn],
    loadChildren: () => import('@kinfold/assessments/dashboard').then((slice) => slice.tabletRoutes),
  },

  {
    path: '',
    component: Shell,
    canMatch: [signedIn, notHandedOver],
    children: [
      { path: '', pathMatch: 'full', redirectTo: startOf },
      {
        path: 'today',
        title: 'Today',
        loadChildren: () => import('@kinfold/sessions/dashboard').then((slice) => slice.todayRoutes),
      },
      {
        path: 'sessions',
        title: 'Session',
        loadChildren: () => import('@kinfold/sessions/dashboard').then((slice) => slice.routes),
      },
      {
        path: 'notes',
        title: 'Note',
        loadChildren: () => import('@kinfold/notes/dashboard').then((slice) => slice.routes),
      },
      {
        path: 'summaries',
        title: 'Summary',
        loadChildren: () => import('@kinfold/summaries/dashboard').then((slice) => slice.routes),
      },
      {
        path: 'families/new',
        title: 'New family',
        loadComponent: () => import('@kinfold/families/dashboard').then((slice) => slice.NewFamilyPage),
      },
      {
        path: 'families/:familyId',
        title: 'Family',
        loadComponent: () => import('@kinfold/families/dashboard').then((slice) => slice.FamilyPage),
        children: [
          {
            path: 'sessions/new',
            loadChildren: () => import('@kinfold/sessions/dashboard').then((slice) => slice.familyRoutes),
          },
          {
            path: 'measures',
            loadChildren: () => import('@kinfold/assessments/dashboard').then((slice) => slice.familyMeasuresRoutes),
          },
          {
            path: 'consents',
            loadChildren: () => import('@kinfold/consent/dashboard').then((slice) => slice.familyConsentRoutes),
          },
          {
            path: 'summaries',
            loadChildren: () => import('@kinfold/summaries/dashboard').then((slice) => slice.familySummaryRoutes),
          },
          { path: '', loadChildren: () => import('@kinfold/families/dashboard').then((slice) => slice.familyRoutes) },
        ],
      },
      {
        path: 'families',
        title: 'Families',
        loadChildren: () => import('@kinfold/families/dashboard').then((slice) => slice.routes),
      },
      ...devRoutes,
      {
        path: 'start',
        title: 'Start',
        loadComponent: () => import('./pages/start-page').then((page) => page.StartPage),
      },
      {
        path: '**',
        title: 'Not here',
        loadComponent: () => import('./pages/not-here-page').then((page) => page.NotHerePage),
      },
    ],
  },
  { path: '**', redirectTo: 'sign-in' },
];
