import { Component, computed, inject, input, model, output } from '@angular/core';
import { FormField, form, required, submit, validate } from '@angular/forms/signals';
import { RELATIONSHIP_KINDS, type RelationshipKind } from '@kinfold/families/domain';
import { Api, addRelationship } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfField, KfProblem } from '@kinfold/shared/ui';
import { Dates, sending } from '@kinfold/shared/web';
import { RELATIONSHIP_WORDS, isKnown, relationshipSentence, type Edge } from './relationship-sentences';
import { stillRefused } from './server-errors';

/** A relationship as it is put together; nothing chosen is an empty text. */
export interface RelationshipDraft {
  readonly fromMemberId: string;
  readonly kind: RelationshipKind;
  readonly toMemberId: string;
  /** `1990-05-04`, or empty. */
  readonly startedOn: string;
}

/** Nothing chosen yet. */
export function emptyRelationship(): RelationshipDraft {
  return { fromMemberId: '', kind: 'parent-of', toMemberId: '', startedOn: '' };
}

/** Someone who can be chosen. */
export interface RelatableMember {
  readonly id: string;
  readonly name: string;
}

/** Puts a relationship together as a sentence: somebody, what they are, to whom, since when. */
@Component({
  selector: 'kf-add-relationship-form',
  imports: [FormField, KfButton, KfControl, KfField, KfProblem],
  templateUrl: './add-relationship-form.html',
  styles: `
    .end {
      justify-content: flex-end;
    }

    .sentence {
      min-height: 1.62em;
    }
  `,
})
export class AddRelationshipForm {
  private readonly api = inject(Api);
  private readonly dates = inject(Dates);

  readonly familyId = input.required<string>();
  readonly members = input.required<readonly RelatableMember[]>();
  readonly known = input.required<readonly Edge[]>();
  readonly draft = model.required<RelationshipDraft>();
  readonly added = output();
  readonly leave = output();

  protected readonly today = this.dates.today();
  protected readonly kinds = RELATIONSHIP_KINDS.map((value) => ({ value, words: `is ${RELATIONSHIP_WORDS[value]}` }));
  protected readonly form = form(this.draft, (path) => {
    required(path.fromMemberId, { message: 'Choose a member.' });
    required(path.toMemberId, { message: 'Choose a member.' });
    validate(path.toMemberId, ({ value, valueOf }) => {
      if (value() !== '' && value() === valueOf(path.fromMemberId))
        return { kind: 'same', message: 'Choose somebody else.' };
      const wanted = { fromMemberId: valueOf(path.fromMemberId), toMemberId: value(), kind: valueOf(path.kind) };
      return isKnown(this.known(), wanted) ? { kind: 'known', message: 'This is written down already.' } : undefined;
    });
    validate(path.startedOn, ({ value }) =>
      value() > this.today ? { kind: 'future', message: 'This day has not come yet. Check the date.' } : undefined,
    );
  });
  protected readonly saving = sending();
  private sent: RelationshipDraft | null = null;

  protected readonly sentence = computed(() => {
    const { fromMemberId, toMemberId, kind, startedOn } = this.draft();
    const name = (id: string): string => this.members().find((member) => member.id === id)?.name ?? '';
    const [from, to] = [name(fromMemberId), name(toMemberId)];
    if (from === '' || to === '' || from === to) return '';
    const facts = { from, to, kind, startedOn: startedOn || null, endedOn: null };
    return `${relationshipSentence(facts, (day) => this.dates.day(day))}.`;
  });

  protected errors(name: keyof RelationshipDraft): readonly string[] {
    const state = this.form[name]();
    const own = state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    return [...own, ...stillRefused(this.saving.problem(), name, this.sent, this.draft())];
  }

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const ready = await submit(this.form, async () => {
      await this.send();
      return undefined;
    });
    if (!ready) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send(): Promise<void> {
    const draft = this.draft();
    this.sent = draft;
    const body = { ...draft, startedOn: draft.startedOn || null };
    const answer = await this.saving.send(() => this.api.invoke(addRelationship, { familyId: this.familyId(), body }));
    if (answer !== null) this.added.emit();
  }
}
