import type { ApplicationConfig } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling, withRouterConfig } from '@angular/router';
import { provideKinfoldWeb } from '@kinfold/shared/web';
import { routes } from './app.routes';
import { STAFF_PROBLEM_WORDS } from './staff-problem-words';

export const appConfig: ApplicationConfig = {
  providers: [
    provideKinfoldWeb(STAFF_PROBLEM_WORDS),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
  ],
};
