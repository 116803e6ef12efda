import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { ATTENDANCE_STATUSES, ATTENDANCE_WORDS, wasThere, type AttendanceStatus } from '@kinfold/sessions/domain';
import { KfButton, KfIcon } from '@kinfold/shared/ui';

/** What became of one member's coming: six choices in one tap until one is made, then that one, with a way to change it. */
@Component({
  selector: 'kf-attendance-chips',
  imports: [KfButton, KfIcon],
  template: `
    @if (choosing()) {
      <div class="choices" role="group" [attr.aria-label]="'How ' + called() + ' came'">
        @for (choice of choices; track choice.status) {
          <button type="button" [attr.aria-pressed]="choice.status === status()" (click)="choose(choice.status)">
            {{ choice.words }}
          </button>
        }
      </div>
    } @else {
      <p class="chosen" [class.away]="!there()">
        <kf-icon [name]="there() ? 'check' : 'minus'" />
        <span>{{ words() }}</span>
        <button kf-button small tone="quiet" type="button" (click)="choosing.set(true)">
          <kf-icon name="edit" [label]="'Change how ' + called() + ' came'" />
        </button>
      </p>
    }
  `,
  styles: `
    .choices {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--kf-space-1);
    }

    .choices button {
      min-height: 44px;
      padding: 4px 2px;
      border: 1px solid var(--kf-line-strong);
      border-radius: var(--kf-radius);
      background: var(--kf-paper-raised);
      font-size: var(--kf-text-s);
      line-height: 1.2;
    }

    .choices button:hover {
      background: var(--kf-paper-sunken);
    }

    .choices button[aria-pressed='true'] {
      border-color: var(--kf-spruce-border);
      background: var(--kf-spruce-surface);
      color: var(--kf-spruce-text);
      font-weight: 600;
    }

    .chosen {
      display: flex;
      gap: var(--kf-space-2);
      align-items: center;
      min-height: 36px;
      color: var(--kf-spruce-text);
      font-weight: 550;
    }

    .chosen.away {
      color: var(--kf-ink-soft);
    }

    .chosen span {
      flex: 1;
      line-height: 1.2;
    }

    .chosen button {
      padding: 4px 8px;
    }
  `,
})
export class AttendanceChips {
  readonly called = input.required<string>();
  readonly status = input.required<AttendanceStatus | null>();
  readonly chosen = output<AttendanceStatus>();

  protected readonly choices = ATTENDANCE_STATUSES.map((status) => ({ status, words: ATTENDANCE_WORDS[status] }));
  protected readonly choosing = linkedSignal(() => this.status() === null);
  protected readonly there = computed(() => wasThere(this.status()));
  protected readonly words = computed(() => {
    const status = this.status();
    return status === null ? '' : ATTENDANCE_WORDS[status];
  });

  protected choose(status: AttendanceStatus): void {
    this.choosing.set(false);
    this.chosen.emit(status);
  }
}
