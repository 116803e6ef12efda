import { Component, computed, inject } from '@angular/core';
import { Api, readAgenda, type ListedSessionAnswer } from '@kinfold/shared/contract/staff';
import { RouterLink } from '@angular/router';
import { KfBadge, KfButton, KfIcon, KfListRow, KfPageHeader, KfSection } from '@kinfold/shared/ui';
import { Dates, load } from '@kinfold/shared/web';
import { whatAndWhere } from './today-words';

const DAYS = 14;

/** The sessions of the two weeks ahead as a list, day by day: the keyboard's way through a calendar. */
@Component({
  selector: 'kf-agenda-page',
  imports: [KfBadge, KfButton, KfIcon, KfListRow, KfPageHeader, KfSection, RouterLink],
  template: `
    <div class="kf-page page">
      <kf-page-header heading="The days ahead" line="Two weeks from today">
        <a actions kf-button tone="quiet" routerLink="/today"><kf-icon name="today" /> Today</a>
      </kf-page-header>
      <kf-section
        [state]="agenda.state()"
        [lines]="6"
        emptyWords="Nothing is planned for the next two weeks. Plan a session from the page of a family."
        (again)="agenda.again()"
      >
        <a empty kf-button routerLink="/families"><kf-icon name="families" /> Choose a family</a>
        <div class="kf-stack">
          @for (day of days(); track day.day) {
            <section [attr.aria-label]="day.words">
              <h2>{{ day.words }}</h2>
              <ul role="list" class="kf-list">
                @for (row of day.rows; track row.id) {
                  <li>
                    <a kf-list-row [routerLink]="['/sessions', row.id]" [first]="row.name" [second]="row.what">
                      <span start class="kf-numbers">{{ row.starts }}</span>
                      @if (row.open) {
                        <kf-badge end tone="info" icon="room">The room is open</kf-badge>
                      }
                      <kf-icon end name="chevronRight" />
                    </a>
                  </li>
                }
              </ul>
            </section>
          }
        </div>
      </kf-section>
    </div>
  `,
  styles: `
    .page {
      max-width: 54rem;
    }

    h2 {
      margin-bottom: var(--kf-space-2);
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-m);
    }

    h2::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class AgendaPage {
  private readonly api = inject(Api);
  private readonly dates = inject(Dates);
  protected readonly agenda = load(() => this.api.invoke(readAgenda, { days: String(DAYS) }));

  protected readonly days = computed(() => {
    const days = new Map<string, ListedSessionAnswer[]>();
    for (const session of this.agenda.value()?.items ?? []) {
      const day = session.localStart.slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), session]);
    }
    return [...days].map(([day, sessions]) => ({
      day,
      words: this.dates.day(day),
      rows: sessions.map((session) => ({
        id: session.id,
        name: session.familyName ?? session.familyCode,
        what: whatAndWhere(session),
        starts: this.dates.time(session.startsAt),
        open: session.status === 'held',
      })),
    }));
  });
}
