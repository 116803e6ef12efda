import { Component, inject, input, model } from '@angular/core';
import { Api, readConsentText, type ConsentAnswer } from '@kinfold/shared/contract/staff';
import { KfDialog, KfProblem, KfSection } from '@kinfold/shared/ui';
import { load } from '@kinfold/shared/web';

/** The exact text that was signed. It is fetched when it is opened and not before. */
@Component({
  selector: 'kf-consent-text',
  imports: [KfProblem, KfSection],
  template: `
    <kf-section [state]="text.state()" [lines]="10" (again)="text.again()">
      @if (text.value(); as text) {
        @if (!text.unaltered) {
          <kf-problem [words]="altered" />
        }
        <div class="kf-reading">{{ text.text }}</div>
      }
    </kf-section>
  `,
  styles: `
    .kf-reading {
      white-space: pre-line;
    }
  `,
})
export class ConsentText {
  private readonly api = inject(Api);

  readonly familyId = input.required<string>();
  readonly consentId = input.required<string>();

  protected readonly text = load(() =>
    this.api.invoke(readConsentText, { familyId: this.familyId(), consentId: this.consentId() }),
  );
  protected readonly altered = {
    title: 'This is not the text that was signed',
    detail: 'It was changed outside of Kinfold. Tell whoever is responsible for privacy at your clinic.',
  };
}

/** Shows the text over the list. */
@Component({
  selector: 'kf-text-dialog',
  imports: [ConsentText, KfDialog],
  template: `
    <kf-dialog heading="The text that was signed" [(open)]="open">
      <kf-consent-text [familyId]="familyId()" [consentId]="consent().id" />
    </kf-dialog>
  `,
})
export class TextDialog {
  readonly open = model(false);
  readonly familyId = input.required<string>();
  readonly consent = input.required<ConsentAnswer>();
}
