import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  Injectable,
  inject,
  provideEnvironmentInitializer,
  type EnvironmentProviders,
  makeEnvironmentProviders,
} from '@angular/core';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { ActivityReporter } from './activity';
import { apiInterceptor } from './api-interceptor';
import { etagInterceptor } from './etag-memory';
import { reloadWhenRestored } from './leave-fast';
import { PageName } from './page-name';
import { COMMON_PROBLEM_WORDS, PROBLEM_TABLE, type ProblemTable } from './problem-words';

@Injectable()
class PageTitles extends TitleStrategy {
  private readonly page = inject(PageName);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.route(this.buildTitle(snapshot) ?? '');
  }
}

/**
 * Everything an application needs to speak with the API.
 * @param words the problem words of its own surface, added to the common ones
 */
export function provideKinfoldWeb(words: ProblemTable = {}): EnvironmentProviders {
  return makeEnvironmentProviders([
    // The custom header and the browser's own request marks stand in for a token (decision 19), so no cookie need be readable.
    provideHttpClient(withInterceptors([apiInterceptor, etagInterceptor]), withNoXsrfProtection()),
    { provide: PROBLEM_TABLE, useValue: { ...COMMON_PROBLEM_WORDS, ...words } },
    // The policy allows no `<base>` (`base-uri 'none'`), so the router is told here.
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: TitleStrategy, useClass: PageTitles },
    provideEnvironmentInitializer(() => void inject(ActivityReporter)),
    provideEnvironmentInitializer(reloadWhenRestored),
  ]);
}
