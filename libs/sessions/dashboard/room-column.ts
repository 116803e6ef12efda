import { Component, computed, input, output } from '@angular/core';
import { MOMENT_WORDS, wasThere, type AttendanceStatus, type MomentKind } from '@kinfold/sessions/domain';
import { KfChip, KfMemberMark } from '@kinfold/shared/ui';
import { AttendanceChips } from './attendance-chips';
import { MOMENT_ICONS } from './moment-words';
import type { RoomMember } from './room-now';

/** What is tapped about one member, in the order of how often it happens. */
const KINDS = ['turn', 'shift', 'quote', 'homework'] as const satisfies readonly MomentKind[];

/** The column of one member: the mark, how they came, and the moments that are theirs. Nothing private stands here. */
@Component({
  selector: 'kf-room-column',
  imports: [AttendanceChips, KfChip, KfMemberMark],
  template: `
    @let one = member();
    <header>
      <kf-member-mark [large]="!compact()" [name]="one.name" [index]="one.place" />
      <h2>{{ one.called }}</h2>
    </header>
    <kf-attendance-chips [called]="one.called" [status]="one.attendance" (chosen)="came.emit($event)" />
    @if (open() && !away()) {
      <div class="kinds">
        @for (kind of kinds; track kind.kind) {
          <button
            kf-chip
            [large]="!compact()"
            [icon]="kind.icon"
            [attr.title]="kind.kind === 'turn' ? 'Key ' + number() : null"
            (click)="moment.emit(kind.kind)"
          >
            {{ kind.words }}<span class="kf-hidden">, {{ one.called }}</span>
          </button>
        }
        <button kf-chip [large]="!compact()" icon="technique" (click)="technique.emit()">
          Technique<span class="kf-hidden">, {{ one.called }}</span>
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--kf-space-4);
      min-width: 0;
      padding: var(--kf-space-4);
      container-type: inline-size;
      border: 1px solid var(--kf-line);
      border-radius: var(--kf-radius-card);
      background: var(--kf-paper-raised);
    }

    :host(.away) {
      background: transparent;
    }

    header {
      display: flex;
      gap: var(--kf-space-3);
      align-items: center;
      min-width: 0;
    }

    h2 {
      overflow: hidden;
      min-width: 0;
      text-overflow: ellipsis;
    }

    .kinds {
      display: grid;
      gap: var(--kf-space-2);
    }

    .kinds button {
      justify-content: flex-start;
      min-width: 0;
      padding-inline: 14px 8px;
    }

    /* Five side by side on a laptop: the words stay whole, the chip stays as high. */
    @container (width < 9.5rem) {
      .kinds button {
        gap: 6px;
        padding-inline: 10px 4px;
        font-size: var(--kf-text-m);
      }
    }

    :host(.compact) {
      gap: var(--kf-space-2);
      padding: var(--kf-space-3);
    }

    :host(.compact) .kinds {
      grid-template-columns: 1fr 1fr;
      gap: 6px;
    }

    :host(.compact) .kinds button {
      min-height: 44px;
    }

    :host(.compact) .kinds button:last-child {
      grid-column: 1 / -1;
    }
  `,
  host: {
    '[class.away]': 'away()',
    '[class.compact]': 'compact()',
    role: 'group',
    '[attr.aria-label]': 'member().name',
  },
})
export class RoomColumn {
  readonly member = input.required<RoomMember>();
  /** The key that marks a turn, from 1. */
  readonly number = input.required<number>();
  /** Whether the room is open: before, only coming is marked. */
  readonly open = input.required<boolean>();
  /** More members than fit side by side: everything a little smaller. */
  readonly compact = input(false);
  readonly came = output<AttendanceStatus>();
  readonly moment = output<MomentKind>();
  readonly technique = output();

  protected readonly kinds = KINDS.map((kind) => ({ kind, words: MOMENT_WORDS[kind], icon: MOMENT_ICONS[kind] }));
  protected readonly away = computed(() => {
    const { attendance } = this.member();
    return attendance !== null && !wasThere(attendance);
  });
}
