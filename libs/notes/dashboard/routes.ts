import type { Routes } from '@angular/router';

/** The pages of notes on the dashboard, under `/notes`. */
export const routes: Routes = [
  { path: 'session/:sessionId', loadComponent: () => import('./begin-note-page').then((page) => page.BeginNotePage) },
  { path: ':noteId', loadComponent: () => import('./note-page').then((page) => page.NotePage) },
];
