import { Component, computed, inject, input, output, signal } from '@angular/core';
import { SESSION_LIMITS, WORDED_KINDS } from '@kinfold/sessions/domain';
import { KfButton, KfIcon } from '@kinfold/shared/ui';
import { Dates } from '@kinfold/shared/web';
import { MOMENT_ICONS, momentName, WORDS_ASKED } from './moment-words';
import type { RoomMember, RoomMoment } from './room-now';

/** Words for a moment, as somebody wrote them. */
export interface MomentWords {
  readonly id: string;
  readonly words: string;
}

/** What was noted, the newest first. A moment of one's own can be given a few words or taken back. */
@Component({
  selector: 'kf-moment-list',
  imports: [KfButton, KfIcon],
  templateUrl: './moment-list.html',
  styleUrl: './moment-list.css',
})
export class MomentList {
  private readonly dates = inject(Dates);
  readonly moments = input.required<readonly RoomMoment[]>();
  readonly members = input.required<readonly RoomMember[]>();
  /** Ids of moments the server does not have yet. */
  readonly waiting = input.required<ReadonlySet<string>>();
  /** The moment that was tapped last: its words are asked for without another tap. */
  readonly newest = input.required<string | null>();
  readonly worded = output<MomentWords>();
  readonly undone = output<string>();

  protected readonly longest = SESSION_LIMITS.words;
  /** The moment whose words are being changed. */
  protected readonly writing = signal<string | null>(null);
  /** What was handed on already: Enter takes the field away, which also leaves it. */
  private readonly kept = new Map<string, string>();
  protected readonly rows = computed(() =>
    this.moments().map((moment) => {
      const asked = moment.own && WORDED_KINDS.includes(moment.kind) ? (WORDS_ASKED[moment.kind] ?? '') : '';
      const about = this.members().find((member) => member.id === moment.memberId)?.called ?? '';
      const write =
        asked !== '' && (this.writing() === moment.id || (this.newest() === moment.id && moment.words === null));
      return {
        ...moment,
        asked,
        about,
        write,
        title: momentName(moment),
        icon: MOMENT_ICONS[moment.kind],
        time: this.dates.time(moment.at),
        waits: this.waiting().has(moment.id),
      };
    }),
  );

  /** Enter keeps, and so does leaving the field: nothing typed is lost. */
  protected keep(moment: RoomMoment, box: HTMLInputElement): void {
    const words = box.value.trim();
    const before = this.kept.get(moment.id) ?? moment.words ?? '';
    if (words !== '' && words !== before) {
      this.kept.set(moment.id, words);
      this.worded.emit({ id: moment.id, words });
    }
    if (this.writing() === moment.id) this.writing.set(null);
  }

  protected onSubmit(event: Event, moment: RoomMoment, box: HTMLInputElement): void {
    event.preventDefault();
    this.keep(moment, box);
  }
}
