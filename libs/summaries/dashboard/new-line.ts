import { Component, computed, inject, input, output, signal } from '@angular/core';
import { addSummaryLine, Api, type SuggestionAnswer, type SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import type { LineKind } from '@kinfold/summaries/domain';
import { isWritten, type LineDraft, requestOf } from './line-draft';
import { LineFields } from './line-fields';
import { lineTitle } from './summary-words';

/** What the session offers besides its moments: the next date in words. */
export type Offer = Omit<SuggestionAnswer, 'momentId'> & { readonly key: string };

/** A line that is not there yet: written here, or taken over from what the session offers with one click. */
@Component({
  selector: 'kf-new-line',
  imports: [KfButton, KfIcon, KfProblem, LineFields],
  template: `
    @if (offers().length > 0) {
      <section aria-labelledby="kf-offers">
        <h3 id="kf-offers">From the session</h3>
        <ul role="list" class="kf-list">
          @for (offer of offers(); track offer.key) {
            <li>
              <div>
                <p>{{ offer.text }}</p>
                <p class="kf-soft kf-small">{{ title(offer) }}</p>
              </div>
              <button kf-button small type="button" (click)="take(offer)">
                <kf-icon name="add" /> Use<span class="kf-hidden">: {{ offer.text }}</span>
              </button>
            </li>
          }
        </ul>
      </section>
    }
    <form novalidate aria-labelledby="kf-new-line" (submit)="add($event)">
      <h3 id="kf-new-line">Another line</h3>
      <kf-line-fields label="the new line" [members]="members()" [(draft)]="draft" />
      @if (sending.words(); as words) {
        <kf-problem [words]="{ title: words.title, detail: words.detail }" />
      }
      <div class="kf-row">
        <button kf-button type="submit" [tone]="first() ? 'primary' : 'plain'" [busy]="sending.busy()" [disabled]="empty()">Add the line</button>
      </div>
    </form>
  `,
  styles: `
    :host,
    form {
      display: grid;
      gap: var(--kf-space-3);
    }

    :host {
      gap: var(--kf-space-5);
    }

    h3 {
      margin-bottom: var(--kf-space-2);
    }

    form h3 {
      margin: 0;
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
export class NewLine {
  private readonly api = inject(Api);

  readonly summaryId = input.required<string>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();
  readonly offers = input.required<readonly Offer[]>();
  /** Nothing is written yet: the line that opens the summary. */
  readonly first = input.required<boolean>();
  readonly added = output();

  protected readonly sending = sending();
  protected readonly draft = signal<LineDraft>(emptyLine('went-well'));
  protected readonly empty = computed(() => !isWritten(this.draft()));

  protected title({ kind, memberId }: Offer): string {
    return lineTitle(kind, memberId, this.members());
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.send(this.draft())) this.draft.set(emptyLine('decision'));
  }

  protected async take({ kind, memberId, text }: Offer): Promise<void> {
    await this.send({ kind, aboutMemberId: memberId, askedAlone: false, text });
  }

  private async send(draft: LineDraft): Promise<boolean> {
    if (!isWritten(draft)) return false;
    const answer = await this.sending.send(() => this.api.invoke(addSummaryLine, { summaryId: this.summaryId(), body: requestOf(draft) }));
    if (answer !== null) this.added.emit();
    return answer !== null;
  }
}

function emptyLine(kind: LineKind): LineDraft {
  return { kind, aboutMemberId: null, askedAlone: false, text: '' };
}
