import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KfBadge, KfButton, KfIcon, KfSection, type SectionState } from '@kinfold/shared/ui';
import { Dates } from '@kinfold/shared/web';
import { OpenedFamily } from './opened-family';
import { noteWords, roomIsNear, statusWords, summaryWords, whoAndHow } from './session-words';
import { begun } from './words';

/** The sessions of the family: the next one, then the past ones newest first, each with the state of its note and its summary. */
@Component({
  selector: 'kf-sessions-tab',
  imports: [KfBadge, KfButton, KfIcon, KfSection, RouterLink],
  templateUrl: './sessions-tab.html',
  styleUrl: './sessions-tab.css',
})
export class SessionsTab {
  private readonly dates = inject(Dates);
  protected readonly opened = inject(OpenedFamily);

  protected readonly next = computed(() => {
    const session = this.opened.family()?.nextSession;
    if (!session) return null;
    return {
      id: session.id,
      when: begun(this.dates.moment(session.startsAt)),
      exact: this.dates.exact(session.startsAt),
      ends: this.dates.time(session.endsAt),
      what: begun(whoAndHow(session)),
      room: session.room,
      near: roomIsNear(session, this.opened.now()),
    };
  });

  protected readonly past = computed(() => {
    const now = this.opened.now();
    const next = this.opened.family()?.nextSession?.id;
    const sessions = (this.opened.family()?.sessions ?? []).filter((session) => session.id !== next);
    return sessions.map((session) => ({
      id: session.id,
      when: begun(this.dates.moment(session.startsAt)),
      exact: this.dates.exact(session.startsAt),
      what: begun(whoAndHow(session)),
      status: statusWords(session, now),
      note: noteWords(session, now),
      summary: summaryWords(session),
    }));
  });
  protected readonly state = computed<SectionState>(() => ({ kind: this.past().length === 0 ? 'empty' : 'full' }));
}
