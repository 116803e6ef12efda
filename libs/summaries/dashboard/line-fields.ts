import { Component, computed, input, model } from '@angular/core';
import { countWords, LINE_KIND_WORDS, LINE_KINDS, SUMMARY_LIMITS } from '@kinfold/summaries/domain';
import type { SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import type { LineDraft } from './line-draft';
import { fullName, LINE_HINTS, shortName } from './summary-words';

/** What a line is made of: its kind, whom it is about, its words, and whether that member was asked alone. What can be done with it is projected. */
@Component({
  selector: 'kf-line-fields',
  template: `
    <div class="head">
      <select [attr.aria-label]="'Kind of ' + label()" [value]="draft().kind" (change)="chooseKind($event)">
        @for (kind of kinds; track kind) {
          <option [value]="kind" [selected]="kind === draft().kind">{{ kindWords[kind] }}</option>
        }
      </select>
      <select [attr.aria-label]="'Whom ' + label() + ' is about'" (change)="chooseAbout($event)">
        <option value="" [selected]="draft().aboutMemberId === null">About the whole family</option>
        @for (member of people(); track member.id) {
          <option [value]="member.id" [selected]="member.id === draft().aboutMemberId">About {{ name(member) }}</option>
        }
      </select>
    </div>
    <textarea
      class="kf-reading"
      rows="2"
      [attr.aria-label]="'Words of ' + label()"
      [attr.maxlength]="limit"
      [attr.placeholder]="hint()"
      [value]="draft().text"
      (input)="write($event)"
    ></textarea>
    <div class="foot">
      @if (draft().aboutMemberId; as id) {
        <label class="kf-choice">
          <input type="checkbox" [checked]="draft().askedAlone" (change)="ask()" />
          {{ short(id) }} was asked alone
        </label>
      }
      @if (words() > 0) {
        <span class="kf-soft kf-small kf-numbers">{{ words() }} {{ words() === 1 ? 'word' : 'words' }}</span>
      }
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--kf-space-2);
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-2);
    }

    select {
      flex: 1 1 11rem;
    }

    textarea {
      max-width: none;
      min-height: 4em;
    }

    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-1) var(--kf-space-3);
      align-items: center;
    }
  `,
})
export class LineFields {
  readonly draft = model.required<LineDraft>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();
  /** How readers tell one line's fields from another's: "line 2". */
  readonly label = input.required<string>();

  protected readonly kinds = LINE_KINDS;
  protected readonly kindWords = LINE_KIND_WORDS;
  protected readonly limit = SUMMARY_LIMITS.text;
  protected readonly name = fullName;
  protected readonly people = computed(() =>
    this.members().filter((member) => !member.left || member.id === this.draft().aboutMemberId),
  );
  protected readonly words = computed(() => countWords(this.draft().text));
  protected readonly hint = computed(() => LINE_HINTS[this.draft().kind]);

  protected short(id: string): string {
    return shortName(id, this.members());
  }

  protected chooseKind(event: Event): void {
    const kind = this.kinds.find((one) => one === valueOf(event));
    if (kind !== undefined) this.change({ kind });
  }

  /** Whoever is meant now has not been asked yet. */
  protected chooseAbout(event: Event): void {
    this.change({ aboutMemberId: valueOf(event) || null, askedAlone: false });
  }

  protected write(event: Event): void {
    this.change({ text: valueOf(event) });
  }

  protected ask(): void {
    this.change({ askedAlone: !this.draft().askedAlone });
  }

  private change(part: Partial<LineDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement ? target.value : '';
}
