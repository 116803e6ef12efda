import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { KfControl, KfField } from '@kinfold/shared/ui';
import { SAFE_CONTACT_CHOICES, STANDING_CHOICES, type MemberDraft } from './member-draft';
import { SAFE_CONTACT_WORDS, STANDING_WORDS, begun } from './words';

/** The fields of one member: name, nickname, birth date, part in the family, and how they may safely be reached. */
@Component({
  selector: 'kf-member-fields',
  imports: [FormField, KfControl, KfField],
  template: `
    <div class="kf-fields">
      <kf-field label="Given name" [errors]="errors('givenName')">
        <input kfControl autocomplete="off" spellcheck="false" [formField]="field().givenName" />
      </kf-field>
      <kf-field label="Family name" [errors]="errors('familyName')">
        <input kfControl autocomplete="off" spellcheck="false" [formField]="field().familyName" />
      </kf-field>
      <kf-field label="Called" [optional]="true" [errors]="errors('nickname')">
        <input kfControl autocomplete="off" spellcheck="false" [formField]="field().nickname" />
      </kf-field>
      <kf-field label="Birth date" [optional]="true" [errors]="errors('birthDate')">
        <input kfControl type="date" min="1900-01-01" [attr.max]="today()" [formField]="field().birthDate" />
      </kf-field>
      <kf-field label="Part in the family" [errors]="errors('standing')">
        <select kfControl [formField]="field().standing">
          <option value="">Choose</option>
          @for (choice of standings; track choice.value) {
            <option [value]="choice.value">{{ choice.words }}</option>
          }
        </select>
      </kf-field>
      <kf-field label="How we may reach them" [errors]="errors('safeContact')">
        <select kfControl [formField]="field().safeContact">
          @for (choice of contacts; track choice.value) {
            <option [value]="choice.value">{{ choice.words }}</option>
          }
        </select>
      </kf-field>
    </div>
  `,
  styles: `
    input,
    select {
      scroll-margin-top: 8rem;
    }
  `,
})
export class MemberFields {
  readonly field = input.required<FieldTree<MemberDraft>>();
  /** The clinic's day, `2026-11-24`; nobody was born later. */
  readonly today = input.required<string>();
  /** The server's sentences for a field that still holds what was refused. */
  readonly refused = input<(name: keyof MemberDraft) => readonly string[]>(() => []);

  protected readonly standings = STANDING_CHOICES.map((value) => ({ value, words: begun(STANDING_WORDS[value]) }));
  protected readonly contacts = SAFE_CONTACT_CHOICES.map((value) => ({
    value,
    words: begun(SAFE_CONTACT_WORDS[value]),
  }));

  private readonly own = computed(() => {
    const field = this.field();
    const sentences = (name: keyof MemberDraft): readonly string[] => {
      const state = field[name]();
      return state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    };
    return sentences;
  });

  protected errors(name: keyof MemberDraft): readonly string[] {
    return [...this.own()(name), ...this.refused()(name)];
  }
}
