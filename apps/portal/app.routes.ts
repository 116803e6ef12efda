import type { Routes } from '@angular/router';
import { signedIn, signedOut } from '@kinfold/shared/web';

/**
 * The map of the portal. A slice gives its pages as `routes` and takes one line here. Titles are neutral words, since they land in the
 * history of a device that others may use.
 */
export const routes: Routes = [
  {
    path: 'sign-in',
    canMatch: [signedOut],
    title: 'Sign in',
    loadChildren: () => import('@kinfold/access/portal').then((slice) => slice.routes),
  },
  // Home lists my summaries, `summaries/:summaryId` opens one.
  {
    path: '',
    canMatch: [signedIn],
    title: 'Home',
    loadChildren: () => import('@kinfold/summaries/portal').then((slice) => slice.routes),
  },
  {
    path: '**',
    canMatch: [signedIn],
    title: 'Not here',
    loadComponent: () => import('./not-here-page').then((page) => page.NotHerePage),
  },
  { path: '**', redirectTo: 'sign-in' },
];
