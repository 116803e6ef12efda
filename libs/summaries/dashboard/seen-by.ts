import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inReadingOrder, LINE_KIND_WORDS, SUMMARY_LIMITS } from '@kinfold/summaries/domain';
import type { ReaderAnswer, SummaryLineAnswer, SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { KfMemberMark } from '@kinfold/shared/ui';
import { fullName, listed, shortName } from './summary-words';

/** As seen by one member: the lines in the order in which they would read them, and whose consent is missing for the rest. */
@Component({
  selector: 'kf-seen-by',
  imports: [KfMemberMark, RouterLink],
  template: `
    <header>
      <kf-member-mark [name]="name(member())" [index]="member().place" />
      <h3>{{ name(member()) }}</h3>
      @if (choosable()) {
        <label class="kf-choice">
          <input type="checkbox" [checked]="chosen()" [disabled]="seen().length === 0" (change)="choose.emit()" />
          Share<span class="kf-hidden"> with {{ name(member()) }}</span>
        </label>
      }
    </header>
    @for (line of seen(); track line.id) {
      <p class="line">
        <span class="kf-soft kf-small">{{ kindWords[line.kind] }}</span>
        <span class="kf-reading">{{ line.text }}</span>
      </p>
    } @empty {
      <p class="kf-soft">{{ lines().length === 0 ? 'Nothing is written yet.' : 'Reads nothing of this.' }}</p>
    }
    <footer class="kf-small">
      @if (seen().length > 0) {
        <p [class.kf-soft]="!tooMuch()" [class.much]="tooMuch()">
          {{ reader().words }} {{ reader().words === 1 ? 'word' : 'words' }}
          @if (tooMuch()) {
            , {{ limit }} at the most
          }
        </p>
      }
      @if (missing().length > 0) {
        <p>Some lines stay closed until {{ short(member().id) }} is named in a consent of {{ missingNames() }}.</p>
        @if (mayWrite()) {
          <ul role="list" class="kf-row">
            @for (one of missing(); track one.id) {
              <li>
                <a
                  [routerLink]="['/families', familyId(), 'consents', 'new']"
                  [queryParams]="{ giver: one.id, reader: member().id, session: sessionId() }"
                >
                  {{ one.name }}’s consent<span class="kf-hidden"> for {{ name(member()) }}</span></a
                >
              </li>
            }
          </ul>
        }
      }
    </footer>
  `,
  styleUrl: './seen-by.css',
})
export class SeenBy {
  readonly member = input.required<SummaryMemberAnswer>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();
  readonly reader = input.required<ReaderAnswer>();
  readonly lines = input.required<readonly SummaryLineAnswer[]>();
  readonly familyId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly choosable = input(false);
  readonly chosen = input(false);
  readonly mayWrite = input(false);
  readonly choose = output();

  protected readonly name = fullName;
  protected readonly kindWords = LINE_KIND_WORDS;
  protected readonly limit = SUMMARY_LIMITS.words;
  protected readonly seen = computed(() =>
    inReadingOrder(this.lines().filter((line) => this.reader().lineIds.includes(line.id))),
  );
  protected readonly tooMuch = computed(() => this.reader().words > this.limit);
  protected readonly missing = computed(() =>
    this.reader().missingMemberIds.map((id) => ({ id, name: this.short(id) })),
  );

  protected readonly missingNames = computed(() => listed(this.missing().map(({ name }) => name)));

  protected short(id: string): string {
    return shortName(id, this.members());
  }
}
