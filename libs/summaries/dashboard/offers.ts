import { Component, inject, input, output } from '@angular/core';
import { addSummaryLine, Api, type SuggestionAnswer, type SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { lineTitle } from './summary-words';

/** A line the session offers. */
export type Offer = Omit<SuggestionAnswer, 'momentId'> & { readonly key: string };

/** What the session offers: its agreements, its homework and the next date, each taken over with one click and then worded further. */
@Component({
  selector: 'kf-offers',
  imports: [KfButton, KfIcon, KfProblem],
  template: `
    <section aria-labelledby="kf-offers">
      <h2 id="kf-offers">From the session</h2>
      @if (sending.words(); as words) {
        <kf-problem [words]="{ title: words.title, detail: words.detail }" />
      }
      @if (offers().length > 0) {
        <ul role="list" class="kf-list">
          @for (offer of offers(); track offer.key) {
            <li>
              <div>
                <p>{{ offer.text }}</p>
                <p class="kf-soft kf-small">{{ title(offer) }}</p>
              </div>
              <button kf-button small type="button" [busy]="sending.busy()" (click)="take(offer)">
                <kf-icon name="add" /> Use<span class="kf-hidden">: {{ offer.text }}</span>
              </button>
            </li>
          }
        </ul>
      } @else {
        <p class="kf-soft">Nothing more. Agreements and homework of the session and the next date appear here.</p>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--kf-space-3);
    }

    li {
      display: flex;
      gap: var(--kf-space-3);
      align-items: center;
      justify-content: space-between;
      padding: var(--kf-space-2) var(--kf-space-3);
      border-bottom: 1px solid var(--kf-line);
    }

    li:last-child {
      border-bottom: 0;
    }

    li p {
      margin: 0;
      overflow-wrap: anywhere;
    }

    button {
      flex: none;
    }
  `,
})
export class Offers {
  private readonly api = inject(Api);

  readonly summaryId = input.required<string>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();
  readonly offers = input.required<readonly Offer[]>();
  readonly taken = output();

  protected readonly sending = sending();

  protected title({ kind, memberId }: Offer): string {
    return lineTitle(kind, memberId, this.members());
  }

  protected async take({ kind, memberId: aboutMemberId, text }: Offer): Promise<void> {
    const params = { summaryId: this.summaryId(), body: { kind, aboutMemberId, askedAlone: false, text } };
    const answer = await this.sending.send(() => this.api.invoke(addSummaryLine, params));
    if (answer !== null) this.taken.emit();
  }
}
