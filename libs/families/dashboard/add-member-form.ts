import { Component, inject, input, model, output } from '@angular/core';
import { form, submit } from '@angular/forms/signals';
import { Api, addMember } from '@kinfold/shared/contract/staff';
import { KfButton, KfProblem } from '@kinfold/shared/ui';
import { Dates, sending } from '@kinfold/shared/web';
import { DuplicateFlow } from './duplicate-flow';
import { DuplicateNotice } from './duplicate-notice';
import { focusRefusal } from './focus-refusal';
import { memberSchema, toRequest, type MemberDraft } from './member-draft';
import { MemberFields } from './member-fields';
import { stillRefused } from './server-errors';

/** Adds one member to a family. The text belongs to the caller, so that a closed dialog loses nothing. */
@Component({
  selector: 'kf-add-member-form',
  imports: [DuplicateNotice, KfButton, KfProblem, MemberFields],
  template: `
    <form class="kf-stack" novalidate (submit)="onSubmit($event)">
      <kf-member-fields [field]="form" [today]="today" [refused]="refused" />
      @if (flow.asksAbout(draft())) {
        <kf-duplicate-notice [person]="draft()" (another)="another()" />
      } @else if (saving.words(); as words) {
        @if (!flow.open()) {
          <kf-problem [words]="{ title: words.title, detail: words.detail }" />
        }
      }
      <div class="kf-row end">
        <button kf-button type="button" (click)="leave.emit()">Not now</button>
        <button kf-button tone="primary" type="submit" [busy]="saving.busy()">Add to the family</button>
      </div>
    </form>
  `,
  styles: `
    .end {
      justify-content: flex-end;
    }
  `,
})
export class AddMemberForm {
  private readonly api = inject(Api);
  private readonly focusRefusal = focusRefusal();

  readonly familyId = input.required<string>();
  readonly draft = model.required<MemberDraft>();
  readonly added = output();
  readonly leave = output();

  protected readonly today = inject(Dates).today();
  protected readonly form = form(
    this.draft,
    memberSchema(() => this.today),
  );
  protected readonly saving = sending();
  protected readonly flow = new DuplicateFlow();
  private sent: MemberDraft | null = null;

  protected readonly refused = (name: keyof MemberDraft): readonly string[] =>
    stillRefused(this.saving.problem(), name, this.sent, this.draft());

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const ready = await submit(this.form, async () => {
      await this.send();
      return undefined;
    });
    if (!ready) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  protected another(): void {
    this.flow.isAnother(this.draft());
    void this.send();
  }

  private async send(): Promise<void> {
    const draft = this.draft();
    this.sent = draft;
    const body = { ...toRequest(draft), anotherPerson: this.flow.mayGoOn([draft]) };
    const answer = await this.saving.send(() => this.api.invoke(addMember, { familyId: this.familyId(), body }));
    if (answer !== null) return this.added.emit();
    this.flow.learn(this.saving.problem(), [draft]);
    this.focusRefusal();
  }
}
