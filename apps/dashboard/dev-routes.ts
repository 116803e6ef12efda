import type { Routes } from '@angular/router';

/** Routes that exist in a development build only; there this file is replaced by `dev-routes.development.ts`. */
export const devRoutes: Routes = [];
