import type { Routes } from '@angular/router';

/** The gallery of every part in every state. */
export const devRoutes: Routes = [
  {
    path: 'gallery',
    title: 'Gallery',
    loadComponent: () => import('./gallery/gallery-page').then((page) => page.GalleryPage),
  },
];
