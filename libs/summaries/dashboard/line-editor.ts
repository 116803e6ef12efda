import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import {
  Api,
  changeSummaryLine,
  type DraftChangedAnswer,
  type SummaryLineAnswer,
  type SummaryMemberAnswer,
} from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfSaveState } from '@kinfold/shared/ui';
import { draftKeeper, SignedIn } from '@kinfold/shared/web';
import { isWritten, type LineDraft, requestOf } from './line-draft';
import { LineFields } from './line-fields';

/** A line that saves itself. What is typed stays on the screen whatever becomes of a save. */
@Component({
  selector: 'kf-line-editor',
  imports: [KfButton, KfIcon, KfSaveState, LineFields],
  template: `
    <kf-line-fields [members]="members()" [label]="label()" [draft]="draft()" (draftChange)="change($event)">
      @if (empty()) {
        <p class="kf-soft kf-small">Write something, or take the line out.</p>
      } @else {
        <kf-save-state [state]="keeper.state()" [timeZone]="signedIn.timeZone()" [language]="signedIn.language()" />
      }
      <div class="kf-row">
        <button kf-button small tone="quiet" type="button" [disabled]="place() === 0" (click)="move.emit(-1)">
          Up<span class="kf-hidden">, {{ label() }}</span>
        </button>
        <button kf-button small tone="quiet" type="button" [disabled]="last()" (click)="move.emit(1)">
          Down<span class="kf-hidden">, {{ label() }}</span>
        </button>
        <button kf-button small tone="quiet" type="button" (click)="remove.emit(version())">
          <kf-icon name="close" /> Take out<span class="kf-hidden">, {{ label() }}</span>
        </button>
      </div>
    </kf-line-fields>
  `,
  styles: `
    :host {
      display: block;
    }

    .kf-row {
      margin-left: auto;
    }
  `,
})
export class LineEditor {
  private readonly api = inject(Api);
  protected readonly signedIn = inject(SignedIn);

  readonly summaryId = input.required<string>();
  readonly line = input.required<SummaryLineAnswer>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();
  /** From 0. */
  readonly place = input.required<number>();
  readonly last = input.required<boolean>();
  readonly saved = output<DraftChangedAnswer>();
  readonly move = output<-1 | 1>();
  /** Asks to take it out; carries the version that is known here. */
  readonly remove = output<number>();

  /** Begins with what the server has and follows the keyboard from then on: reading again must not take away what is being typed. */
  protected readonly draft = linkedSignal<SummaryLineAnswer, LineDraft>({
    source: this.line,
    computation: (line, before) => (before?.source.id === line.id ? before.value : line),
  });
  protected readonly version = linkedSignal<SummaryLineAnswer, number>({
    source: this.line,
    computation: (line, before) => (before?.source.id === line.id ? before.value : line.version),
  });
  protected readonly label = computed(() => `line ${this.place() + 1}`);
  protected readonly empty = computed(() => !isWritten(this.draft()));

  readonly keeper = draftKeeper<LineDraft>(async (draft) => {
    const params = {
      summaryId: this.summaryId(),
      lineId: this.line().id,
      'If-Match': `"${this.version()}"`,
      body: requestOf(draft),
    };
    const answer = await this.api.invoke(changeSummaryLine, params);
    this.version.set(answer.lineVersion ?? this.version() + 1);
    this.saved.emit(answer);
  });

  protected change(draft: LineDraft): void {
    const quick = draft.text === this.draft().text;
    this.draft.set(draft);
    if (!isWritten(draft)) return;
    this.keeper.changed(draft);
    // A choice is whole at once; only typing waits for a pause.
    if (quick) void this.keeper.saveNow();
  }
}
