import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, listSummaries, type ListedSummaryAnswer } from '@kinfold/shared/contract/staff';
import { KfBadge, KfListRow, KfSection, type Tone } from '@kinfold/shared/ui';
import { Dates, load } from '@kinfold/shared/web';
import { listed } from './summary-words';

interface Row {
  readonly key: string;
  readonly sessionId: string;
  readonly when: string;
  readonly line: string;
  readonly tone: Tone;
  readonly words: string;
  readonly answers: string | null;
  readonly otherwise: boolean;
}

/** The tab of the family page: every session that was held, what the family reads of it, and what they answered. */
@Component({
  selector: 'kf-summaries-tab',
  imports: [KfBadge, KfListRow, KfSection, RouterLink],
  template: `
    <kf-section
      heading="Summaries"
      [state]="summaries.state()"
      [lines]="5"
      emptyWords="There is nothing to summarise yet. Once a session was held, its summary is written here."
      (again)="summaries.again()"
    >
      <ul role="list" class="kf-list">
        @for (row of rows(); track row.key) {
          <li>
            <a kf-list-row [routerLink]="['/summaries/session', row.sessionId]" [first]="row.when" [second]="row.line">
              <ng-container ngProjectAs="[end]">
                @if (row.answers) {
                  <kf-badge [tone]="row.otherwise ? 'due' : 'good'">{{ row.answers }}</kf-badge>
                }
                <kf-badge [tone]="row.tone">{{ row.words }}</kf-badge>
              </ng-container>
            </a>
          </li>
        }
      </ul>
    </kf-section>
  `,
})
export class SummariesTab {
  private readonly api = inject(Api);
  private readonly dates = inject(Dates);

  readonly familyId = input.required<string>();

  protected readonly summaries = load(() => this.api.invoke(listSummaries, { familyId: this.familyId() }));
  protected readonly rows = computed(() => (this.summaries.value()?.items ?? []).map((item) => this.row(item)));

  private row({ sessionId, summaryId, startsAt, state, recipients, answers, otherwise }: ListedSummaryAnswer): Row {
    const names = listed(recipients.map(({ givenName }) => givenName));
    return {
      key: summaryId ?? sessionId,
      sessionId,
      when: this.dates.day(startsAt),
      otherwise: otherwise > 0,
      line: names === '' ? '' : `With ${names}`,
      ...(state === null ? notWritten(startsAt) : STATES[state]),
      answers: answers === 0 ? null : answersWords(answers, otherwise),
    };
  }
}

const STATES = {
  draft: { words: 'Not shared yet', tone: 'due' },
  released: { words: 'Shared', tone: 'good' },
  withdrawn: { words: 'Taken back', tone: 'plain' },
} as const satisfies Readonly<Record<string, { words: string; tone: Tone }>>;

const DAYS_IT_WAITS = 14;

/** After two weeks nobody waits for it any more. */
function notWritten(startsAt: string): { words: string; tone: Tone } {
  const waits = Date.now() - Date.parse(startsAt) < DAYS_IT_WAITS * 86_400_000;
  return waits ? { words: 'Not written yet', tone: 'due' } : { words: 'None', tone: 'plain' };
}

function answersWords(answers: number, otherwise: number): string {
  const all = answers === 1 ? '1 answer' : `${answers} answers`;
  return otherwise === 0 ? all : `${all}, ${otherwise} to talk about`;
}
