import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form, maxLength, required, submit } from '@angular/forms/signals';
import { NOTE_LIMITS } from '@kinfold/notes/domain';
import { addAddendum, Api, type NoteAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfField, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { memberNames } from './note-draft';

/** Writes an addendum. It stands beside the original at once and cannot be changed either. */
@Component({
  selector: 'kf-addendum-form',
  imports: [FormField, KfButton, KfControl, KfField, KfProblem],
  template: `
    <form class="kf-card kf-stack" novalidate (submit)="onSubmit($event)">
      <kf-field
        label="What is to be added"
        hint="Say what was missing or wrong, and how you know. The original stays as it is."
        [errors]="errors()"
      >
        <textarea #box kfControl class="reading" [formField]="form.text"></textarea>
      </kf-field>
      <kf-field label="About">
        <select kfControl [formField]="form.memberId">
          <option value="">the whole note</option>
          @for (member of members(); track member.id) {
            <option [value]="member.id">{{ member.name }} alone</option>
          }
        </select>
      </kf-field>
      @if (saving.words(); as words) {
        <kf-problem [words]="{ title: words.title, detail: words.detail }" />
      }
      <div class="kf-row">
        <button kf-button tone="primary" type="submit" [busy]="saving.busy()">Add to the note</button>
        <button kf-button tone="quiet" type="button" (click)="cancelled.emit()">Not now</button>
      </div>
    </form>
  `,
  styles: `
    .reading {
      font-family: var(--kf-face-reading);
    }
  `,
})
export class AddendumForm {
  private readonly api = inject(Api);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  readonly note = input.required<NoteAnswer>();
  readonly added = output();
  readonly cancelled = output();

  protected readonly saving = sending();
  protected readonly model = signal({ text: '', memberId: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.text, { message: 'Write what is to be added.' });
    maxLength(path.text, NOTE_LIMITS.addendum, { message: `Keep this to ${NOTE_LIMITS.addendum} characters.` });
  });
  protected readonly members = computed(() =>
    [...memberNames(this.note().members)].map(([id, name]) => ({ id, name })),
  );

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected errors(): readonly string[] {
    const state = this.form.text();
    const own = state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    return own.length > 0 ? own : this.saving.errors('text');
  }

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const right = await submit(this.form, async () => undefined);
    if (!right) return this.form.text().focusBoundControl();
    const { text, memberId } = this.model();
    const body = { text, memberId: memberId === '' ? null : memberId };
    const answer = await this.saving.send(() => this.api.invoke(addAddendum, { noteId: this.note().id, body }));
    if (answer !== null) this.added.emit();
  }
}
