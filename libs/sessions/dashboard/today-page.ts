import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, readToday, type TodayAnswer } from '@kinfold/shared/contract/staff';
import { KfBadge, KfButton, KfIcon, KfListRow, KfPageHeader, KfSection, type SectionState } from '@kinfold/shared/ui';
import { Dates, SignedIn, load } from '@kinfold/shared/web';
import { minuteClock, onReturn } from './clock';
import { DayRow } from './day-row';
import {
  actionOf,
  aheadWords,
  attendanceLine,
  badgesOf,
  currentOf,
  longDay,
  noteBadge,
  whatAndWhere,
} from './today-words';

const CLINICIANS = ['therapist', 'co-therapist', 'trainee', 'supervisor'];

/** Where a clinician's day begins: the sessions in order with what waits, and notes of earlier days. At the desk: everybody's, by code. */
@Component({
  selector: 'kf-today-page',
  imports: [DayRow, KfBadge, KfButton, KfIcon, KfListRow, KfPageHeader, KfSection, RouterLink],
  templateUrl: './today-page.html',
  styleUrl: './today-page.css',
})
export class TodayPage {
  private readonly api = inject(Api);
  private readonly dates = inject(Dates);
  private readonly now = minuteClock();
  protected readonly today = load<TodayAnswer>(
    () => this.api.invoke(readToday),
    () => false,
  );

  protected readonly clinical = inject(SignedIn).hasRole(...CLINICIANS);
  protected readonly line = computed(() => {
    const day = this.today.value();
    if (day === null) return '';
    return `${longDay(day.day, this.dates.setting().language)} · ${aheadWords(day.sessions, this.now())}`;
  });

  protected readonly rows = computed(() => {
    const now = this.now();
    const sessions = this.today.value()?.sessions ?? [];
    const current = currentOf(sessions, now);
    return sessions.map((session) => ({
      id: session.id,
      name: session.familyName ?? session.familyCode,
      family: this.clinical ? ['/families', session.familyId] : ['/sessions', session.id],
      starts: this.dates.time(session.startsAt),
      ends: this.dates.time(session.endsAt),
      exact: this.dates.exact(session.startsAt),
      what: whatAndWhere(session),
      who:
        session.clinicians.length > 1 || !this.clinical
          ? `With ${session.clinicians.map((one) => one.name).join(' and ')}`
          : '',
      came: attendanceLine(session.members),
      members: session.members.map((member) => ({
        name: `${member.givenName} ${member.familyName}`,
        place: member.place,
      })),
      badges: badgesOf(session, now),
      action: this.clinical ? actionOf(session, now) : null,
      current: session === current,
      quiet: session.status === 'cancelled',
    }));
  });
  protected readonly state = computed<SectionState>(() => this.stateOf(this.rows().length));

  protected readonly waiting = computed(() =>
    (this.today.value()?.waitingNotes ?? []).map((note) => ({
      ...note,
      when: this.dates.day(note.startsAt),
      badge: noteBadge(note.noteState, new Date(note.since), this.now()),
    })),
  );
  protected readonly waitingState = computed<SectionState>(() => this.stateOf(this.waiting().length));

  constructor() {
    onReturn(() => void this.today.again());
  }

  private stateOf(count: number): SectionState {
    const state = this.today.state();
    return state.kind === 'full' && count === 0 ? { kind: 'empty' } : state;
  }
}
