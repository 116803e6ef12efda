import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { instrumentsToGive, LANGUAGES, type Language } from '@kinfold/assessments/domain';
import { Api, giveInstrument, type MeasuresAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfDialog, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { candidates, nameOf } from './members-measures';

const LANGUAGE_WORDS: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/** Who answers, and in which language; then the tablet opens. */
@Component({
  selector: 'kf-give-dialog',
  imports: [KfButton, KfDialog, KfProblem],
  template: `
    <kf-dialog [heading]="heading()" [(open)]="open" [busy]="sending.busy()" (closed)="sending.clear()">
      <form id="kf-give" novalidate (submit)="give($event)">
        @if (instruments.length > 1) {
          <fieldset>
            <legend>What is asked</legend>
            @for (one of instruments; track one.id) {
              <label class="kf-choice">
                <input
                  type="radio"
                  name="instrument"
                  [checked]="one.id === instrument()?.id"
                  (change)="instrument.set(one)"
                />
                {{ one.title.en }}
              </label>
            }
          </fieldset>
        }
        <fieldset>
          <legend>Who answers</legend>
          @for (one of people(); track one.id) {
            <label class="kf-choice">
              <input type="radio" name="member" [checked]="one.id === member()" (change)="member.set(one.id)" />
              {{ name(one) }}
            </label>
          } @empty {
            <p>
              Nobody can be asked now: it is for relatives who take part, and it waits for each of them already or there
              are none.
            </p>
          }
        </fieldset>
        <fieldset>
          <legend>In which language</legend>
          @for (one of languages; track one) {
            <label class="kf-choice">
              <input type="radio" name="language" [checked]="one === language()" (change)="language.set(one)" />
              <span [attr.lang]="one">{{ languageWords[one] }}</span>
            </label>
          }
        </fieldset>
        <p class="kf-soft">
          The questions fill the screen and nothing else of the family can be seen. To come back here your password is
          needed.
        </p>
        @if (sending.words(); as words) {
          <kf-problem [words]="{ title: words.title, detail: words.detail }" />
        }
      </form>
      <ng-container ngProjectAs="[actions]">
        <button kf-button type="button" (click)="open.set(false)">Not now</button>
        <button
          kf-button
          tone="primary"
          type="submit"
          form="kf-give"
          [busy]="sending.busy()"
          [disabled]="member() === null"
        >
          Open on the tablet
        </button>
      </ng-container>
    </kf-dialog>
  `,
  styles: `
    form,
    fieldset {
      display: grid;
      gap: var(--kf-space-4);
    }

    fieldset {
      gap: var(--kf-space-1);
    }
  `,
})
export class GiveDialog {
  private readonly api = inject(Api);

  readonly open = model(false);
  readonly familyId = input.required<string>();
  readonly measures = input.required<MeasuresAnswer>();
  /** Who is meant already; null to choose. */
  readonly preset = input<string | null>(null);
  /** It was given: the id of the administration. */
  readonly given = output<string>();

  protected readonly sending = sending();
  protected readonly instruments = instrumentsToGive();
  protected readonly languages = LANGUAGES;
  protected readonly languageWords = LANGUAGE_WORDS;
  protected readonly name = nameOf;
  protected readonly instrument = linkedSignal(() => this.instruments[0] ?? null);
  protected readonly heading = computed(() => this.instrument()?.title.en ?? 'Measures');
  protected readonly people = computed(() => {
    const instrument = this.instrument();
    return instrument === null ? [] : candidates(this.measures(), instrument);
  });
  protected readonly language = signal<Language>('en');
  protected readonly member = linkedSignal<string | null>(() => {
    const people = this.people();
    const only = people.length === 1 ? people[0]?.id : undefined;
    return people.find(({ id }) => this.open() && id === this.preset())?.id ?? only ?? null;
  });

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const instrument = this.instrument()?.id;
    const respondentMemberId = this.member();
    if (instrument === undefined || respondentMemberId === null) return;
    const body = { instrument, respondentMemberId, language: this.language() };
    const answer = await this.sending.send(() => this.api.invoke(giveInstrument, { familyId: this.familyId(), body }));
    if (answer === null) return;
    this.open.set(false);
    this.given.emit(answer.id);
  }
}
