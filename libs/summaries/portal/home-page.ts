import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, listMySummaries } from '@kinfold/shared/contract/portal';
import { KfIcon, KfSection } from '@kinfold/shared/ui';
import { KfDatePipe, load, SignedIn } from '@kinfold/shared/web';

/** What was written for whoever is signed in. The empty page is the same for everyone and says nothing about anyone. */
@Component({
  selector: 'kf-home-page',
  imports: [KfDatePipe, KfIcon, KfSection, RouterLink],
  template: `
    <h1 tabindex="-1">Hello {{ signedIn.name() }}</h1>
    <kf-section
      heading="To read"
      [state]="summaries.state()"
      [lines]="2"
      emptyWords="Nothing is here right now. When your clinic writes something for you, you find it on this page."
      (again)="summaries.again()"
    >
      <ul role="list">
        @for (one of summaries.value()?.items ?? []; track one.id) {
          <li>
            <a [routerLink]="['/summaries', one.id]">
              <kf-icon name="summary" />
              <span>
                <strong>Our session, {{ one.day | kfDate: 'day' }}</strong>
                <span class="kf-soft">from {{ one.fromName }}</span>
              </span>
              <kf-icon name="chevronRight" />
            </a>
          </li>
        }
      </ul>
    </kf-section>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--kf-space-5);
    }

    ul {
      display: grid;
      gap: var(--kf-space-3);
    }

    a {
      display: flex;
      gap: var(--kf-space-3);
      align-items: center;
      min-height: 64px;
      padding: var(--kf-space-3) var(--kf-space-4);
      border: 1px solid var(--kf-line);
      border-radius: var(--kf-radius-card);
      background: var(--kf-paper-raised);
      color: inherit;
      text-wrap: balance;
      text-decoration: none;
    }

    a:hover {
      border-color: var(--kf-line-strong);
    }

    a > span {
      display: grid;
      flex: 1 1 auto;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class HomePage {
  private readonly api = inject(Api);
  protected readonly signedIn = inject(SignedIn);

  protected readonly summaries = load(() => this.api.invoke(listMySummaries, {}));
}
