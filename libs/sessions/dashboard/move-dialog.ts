import { Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import { form, submit, apply } from '@angular/forms/signals';
import { Api, moveSession, type SessionPageAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfDialog, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { timeRequest, timeSchema, type TimeDraft } from './time-draft';
import { TimeFields } from './time-fields';

const CHANGED = ['version_stale', 'wrong_state'];

/** Asks for another time or place of a planned session. Everybody who comes stays the same. */
@Component({
  selector: 'kf-move-dialog',
  imports: [KfButton, KfDialog, KfProblem, TimeFields],
  template: `
    <kf-dialog heading="Move the session" [busy]="saving.busy()" [(open)]="open">
      <form class="kf-stack" id="kf-move-form" novalidate (submit)="onSubmit($event)">
        <kf-time-fields [field]="form" [refused]="refused" />
        @if (words(); as words) {
          <kf-problem [words]="words" />
        }
      </form>
      <ng-container actions>
        <button kf-button type="button" (click)="open.set(false)">Keep it as it is</button>
        <button kf-button tone="primary" type="submit" form="kf-move-form" [busy]="saving.busy()">Move it</button>
      </ng-container>
    </kf-dialog>
  `,
})
export class MoveDialog {
  private readonly api = inject(Api);

  readonly session = input.required<SessionPageAnswer>();
  readonly open = model(false);
  /** It was moved, or someone else changed it: read it again. */
  readonly moved = output();

  private readonly model = linkedSignal<TimeDraft>(() => {
    const { localStart, startsAt, endsAt, modality, room } = this.session();
    const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
    return { day: localStart.slice(0, 10), time: localStart.slice(11, 16), minutes, modality, room: room ?? '' };
  });
  protected readonly form = form(this.model, (path) => apply(path, timeSchema));
  protected readonly saving = sending();
  protected readonly words = computed(() => {
    const words = this.saving.words();
    return words === null ? null : { title: words.title, detail: words.detail };
  });
  protected readonly refused = (name: keyof TimeDraft): readonly string[] => {
    if (name !== 'time') return this.saving.errors(name);
    return ['localStart', 'clinicianIds', 'memberIds'].flatMap((field) => this.saving.errors(field));
  };

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const ready = await submit(this.form, async () => {
      await this.send();
      return undefined;
    });
    if (!ready) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send(): Promise<void> {
    const { id, version } = this.session();
    const params = { sessionId: id, 'If-Match': `"${version}"`, body: timeRequest(this.model()) };
    const answer = await this.saving.send(() => this.api.invoke(moveSession, params));
    if (answer !== null) this.open.set(false);
    if (answer !== null || CHANGED.includes(this.saving.problem()?.code ?? '')) this.moved.emit();
  }
}
