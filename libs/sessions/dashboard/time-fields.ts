import { Component, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MODALITIES, MODALITY_WORDS } from '@kinfold/sessions/domain';
import { KfControl, KfField } from '@kinfold/shared/ui';
import type { TimeDraft } from './time-draft';

/** The fields of when and where: day, time, length, how one meets, and the room. */
@Component({
  selector: 'kf-time-fields',
  imports: [FormField, KfControl, KfField],
  template: `
    <div class="when">
      <kf-field label="Day" [errors]="errors('day')">
        <input kfControl type="date" [formField]="field().day" />
      </kf-field>
      <kf-field label="Time" [errors]="errors('time')">
        <input kfControl type="time" [formField]="field().time" />
      </kf-field>
      <kf-field label="Minutes" [errors]="errors('minutes')">
        <input kfControl type="number" step="5" inputmode="numeric" [formField]="field().minutes" />
      </kf-field>
    </div>
    <div class="where">
      <fieldset>
        <legend class="kf-hidden">How you meet</legend>
        <div class="ways">
          @for (way of ways; track way.value) {
            <label class="kf-choice">
              <input type="radio" [value]="way.value" [formField]="field().modality" /> {{ way.words }}
            </label>
          }
        </div>
      </fieldset>
      @if (field().modality().value() === 'in-person') {
        <kf-field label="Room" [optional]="true" [errors]="errors('room')">
          <input kfControl autocomplete="off" [attr.list]="listId" [formField]="field().room" />
        </kf-field>
        <datalist [id]="listId">
          @for (room of rooms(); track room) {
            <option [value]="room"></option>
          }
        </datalist>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--kf-space-4);
    }

    .when {
      display: grid;
      grid-template-columns: minmax(9.5rem, 5fr) minmax(8.6rem, 4fr) minmax(5rem, 3fr);
      gap: var(--kf-space-4);
      align-items: start;
    }

    .where {
      display: grid;
      gap: var(--kf-space-2);
      max-width: 26rem;
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--kf-space-5);
    }

    @media (width < 480px) {
      .when {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }

      .when kf-field:first-child {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class TimeFields {
  private static made = 0;
  readonly field = input.required<FieldTree<TimeDraft>>();
  /** Rooms to choose from; another one can be written. */
  readonly rooms = input<readonly string[]>([]);
  /** The server's sentences for a field. */
  readonly refused = input<(name: keyof TimeDraft) => readonly string[]>(() => []);

  protected readonly listId = `kf-rooms-${++TimeFields.made}`;
  protected readonly ways = MODALITIES.map((value) => ({ value, words: MODALITY_WORDS[value] }));

  protected errors(name: keyof TimeDraft): readonly string[] {
    const state = this.field()[name]();
    const own = state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    return [...own, ...this.refused()(name)];
  }
}
