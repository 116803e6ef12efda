import { Component, computed, input } from '@angular/core';
import type { ListedFamilyAnswer } from '@kinfold/shared/contract/staff';
import { KfBadge, KfMemberMark } from '@kinfold/shared/ui';
import { KfDatePipe } from '@kinfold/shared/web';
import { fullName } from './member-names';
import { STATUS_TONES, STATUS_WORDS } from './words';

/** Marks a row has room for; the others are counted. */
const MARKS = 6;

/** Members, status and next session of a family in the list; three cells of the row around it. */
@Component({
  selector: 'kf-family-facts',
  imports: [KfBadge, KfDatePipe, KfMemberMark],
  template: `
    <span class="marks">
      @if (shows() === 'count') {
        <span class="soft"
          >{{ family().members.length }} {{ family().members.length === 1 ? 'member' : 'members' }}</span
        >
      } @else if (shows() === 'marks') {
        @for (member of marks(); track member.place) {
          <kf-member-mark named [name]="member.name" [index]="member.place" />
        }
        @if (further(); as names) {
          <span class="soft" [attr.title]="names.join(', ')">+{{ names.length }}</span>
        }
      }
    </span>
    <span class="status">
      <kf-badge [tone]="tones[family().status]">{{ statuses[family().status] }}</kf-badge>
    </span>
    <span class="next">
      @if (family().nextSessionAt; as at) {
        <span class="kf-hidden">Next session </span>
        <time [attr.title]="at | kfDate: 'exact'">{{ at | kfDate }}</time>
      } @else {
        <span class="soft">nothing planned</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: contents;
    }

    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 3px;
      align-items: center;
      min-width: 0;
    }

    .soft {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
    }

    @media (width < 900px) {
      .status {
        grid-row: 1;
        grid-column: 2;
      }

      .marks {
        grid-row: 2;
        grid-column: 1 / -1;
      }

      .next {
        grid-row: 3;
        font-size: var(--kf-text-s);
      }
    }
  `,
})
export class FamilyFacts {
  readonly family = input.required<ListedFamilyAnswer>();
  /** At the desk initials would already say too much; progress staff are not told who belongs to a family. */
  readonly shows = input<'marks' | 'count' | 'nobody'>('marks');

  protected readonly statuses = STATUS_WORDS;
  protected readonly tones = STATUS_TONES;
  private readonly members = computed(() =>
    this.family().members.map((member) => ({ name: fullName(member), place: member.place })),
  );
  /** "+1" would take the room of the mark it stands for. */
  protected readonly marks = computed(() =>
    this.members().slice(0, this.members().length > MARKS + 1 ? MARKS : MARKS + 1),
  );
  protected readonly further = computed(() => {
    const names = this.members()
      .slice(this.marks().length)
      .map((member) => member.name);
    return names.length === 0 ? null : names;
  });
}
