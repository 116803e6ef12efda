import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { addSummaryLine, Api, type SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { isWritten, type LineDraft, requestOf } from './line-draft';
import { LineFields } from './line-fields';

/** A line that is not there yet. */
@Component({
  selector: 'kf-new-line',
  imports: [KfButton, KfProblem, LineFields],
  template: `
    <form novalidate aria-labelledby="kf-new-line" (submit)="add($event)">
      <h3 id="kf-new-line">{{ first() ? 'The line that opens the summary' : 'Another line' }}</h3>
      <kf-line-fields label="the new line" [members]="members()" [(draft)]="draft" />
      @if (sending.words(); as words) {
        <kf-problem [words]="{ title: words.title, detail: words.detail }" />
      }
      <div class="kf-row">
        <button
          kf-button
          type="submit"
          [tone]="first() ? 'primary' : 'plain'"
          [busy]="sending.busy()"
          [disabled]="empty()"
        >
          Add the line
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--kf-space-3);
    }
  `,
})
export class NewLine {
  private readonly api = inject(Api);

  readonly summaryId = input.required<string>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();
  /** Nothing is written yet. */
  readonly first = input.required<boolean>();
  readonly added = output();

  protected readonly sending = sending();
  /** Another kind is proposed once the summary has an opening; what was typed meanwhile stays. */
  protected readonly draft = linkedSignal<boolean, LineDraft>({
    source: this.first,
    computation: (first, before) => (before && isWritten(before.value) ? before.value : emptyLine(first)),
  });
  protected readonly empty = computed(() => !isWritten(this.draft()));

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (this.empty()) return;
    const params = { summaryId: this.summaryId(), body: requestOf(this.draft()) };
    const answer = await this.sending.send(() => this.api.invoke(addSummaryLine, params));
    if (answer === null) return;
    this.draft.set(emptyLine(false));
    this.added.emit();
  }
}

function emptyLine(first: boolean): LineDraft {
  return { kind: first ? 'went-well' : 'decision', aboutMemberId: null, askedAlone: false, text: '' };
}
